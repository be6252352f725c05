import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { type BotProcess, cleanUp, startBotProcess } from "../support/bot-process.ts";

let bot: BotProcess | undefined;
afterEach(async () => {
  if (bot) await cleanUp(bot);
  bot = undefined;
});

describe("the folder that the bot keeps its data in", () => {
  it("is made with those above it where they are not there", async () => {
    bot = await startBotProcess({ settings: { DATA_DIR: "above/kept" } });
    await bot.written("bot ready");
    expect(await readdir(join(bot.dir, "above/kept/playground"))).toContain("lock");
  });

  it.runIf(process.platform === "linux")(
    "is named in one sentence where the system lets none be made",
    async () => {
      bot = await startBotProcess({ settings: { DATA_DIR: "/proc/kept" } });
      expect(await bot.ended()).toBe(1);
      expect(bot.output()).toMatch(
        /^The store in \/proc\/kept\S* \(DATA_DIR\) cannot be used: .*\n$/,
      );
    },
  );
});
