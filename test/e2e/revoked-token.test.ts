import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Playground, startPlayground } from "../../src/playground/start-playground.ts";
import { type BotProcess, cleanUp, startBotProcess } from "../support/bot-process.ts";

let playground: Playground;
let bot: BotProcess;
beforeEach(async () => {
  playground = await startPlayground();
});
afterEach(async () => {
  await cleanUp(bot);
  await playground.close();
});

async function start(): Promise<void> {
  const settings = {
    DISCORD_TOKEN: playground.token,
    DISCORD_API_URL: playground.apiUrl,
    CURATOR_GUILD_IDS: playground.guildId,
  };
  bot = await startBotProcess({ settings });
}

describe("a token that Discord takes back", () => {
  it("ends the running bot with 1, saying what to do, with its store closed", async () => {
    await start();
    await bot.written("bot ready");
    playground.faults.refuseToken(true);
    playground.faults.dropGateway();
    expect(await bot.ended()).toBe(1);
    expect(bot.output()).toMatch(/"level":60.*Copy DISCORD_TOKEN again/);
    expect(bot.output()).toContain("bot stopped");
    expect(bot.output()).not.toContain(playground.token);
    expect(await readdir(join(bot.dir, "var"))).not.toContain("lock");
  });

  it("ends a start that has come as far as the gateway", async () => {
    playground.faults.delayResponses(1_000, /gateway\/bot/);
    await start();
    const asked = () => playground.requests().some(({ path }) => path.includes("gateway/bot"));
    await expect.poll(asked, { timeout: 20_000, interval: 20 }).toBe(true);
    playground.faults.refuseToken(true);
    expect(await bot.ended()).toBe(1);
    expect(bot.output()).toMatch(/Copy DISCORD_TOKEN again/);
    expect(playground.gateway().identifies).toEqual([]);
  });
});
