import { afterEach, expect, it } from "vitest";
import { startTestBot, type TestBot } from "../support/running-bot.ts";

let bot: TestBot;
afterEach(() => bot.stop());

const writes = () =>
  bot.playground
    .requests()
    .filter(({ method, path }) => method !== "GET" && /\/applications\/\d+\/commands/.test(path));

it("registers valid commands once, says where each works, and leaves them alone at the next start", async () => {
  bot = await startTestBot();
  expect(writes()).toHaveLength(1);
  expect(bot.playground.violations()).toEqual([]);
  const registered = bot.playground.drive.state().commands.filter(({ guild_id }) => !guild_id);
  for (const command of registered) {
    expect(command.contexts, command.name).toEqual([0, 1, 2]);
    expect(command.integration_types, command.name).toEqual([0, 1]);
  }
  await bot.restart();
  expect(writes()).toHaveLength(1);
});
