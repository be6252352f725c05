import { afterAll, beforeAll, expect, it } from "vitest";
import { current, menuOf, startTestBot, type TestBot } from "../support/running-bot.ts";

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot();
});
afterAll(() => bot.stop());

it("keep working after a restart of the bot", async () => {
  const member = bot.person("Member");
  const asked = await member.command("ask", { question: "which drivers are written in rust" });
  const topics = await member.command("topics", { topic: "drivers" });
  const release = await member.command("release", { version: "6.12" });
  await bot.restart();
  const chosen = await member.choose(asked.message, menuOf(asked.message).options[1]?.value ?? "");
  expect(chosen.outcome).toBe("update");
  await member.press(topics.message, "Next");
  expect(current(bot, topics.message)?.message.embeds[0]?.footer?.text).toMatch(/^page 2/);
  await member.press(release.message, "← Linux 6.11");
  expect(current(bot, release.message)?.message.embeds[0]?.title).toBe("Linux 6.11");
});

it("answer twice when pressed twice, each time once", async () => {
  const member = bot.person("Member");
  const { message } = await member.command("topics", { topic: "drivers" });
  const presses = await Promise.all([member.press(message, "Next"), member.press(message, "Next")]);
  expect(presses.map(({ outcome }) => outcome)).toEqual(["update", "update"]);
});

it("tell plainly when a custom id is not theirs, or was tampered with, and change nothing", async () => {
  const { message } = await bot.person("Member").command("fact", { name: "rust-merged-6-1" });
  const stranger = bot.person("Newcomer");
  const before = current(bot, message)?.message;
  for (const customId of [
    "nonsense",
    "nobody:knows:this",
    "ask:share:no-such-fact",
    "ask:open",
    "topics:page:no-such-topic:999",
    "topics:page:drivers:-5e9",
    "release:show:9.99:0",
    "fact:post:rust-merged-6-1:everyone",
    "fact:post:no-such-fact:0",
    "fact:delete",
    "random:again:no-such-topic",
    "__proto__:constructor:x",
    "x".repeat(100),
  ]) {
    const exchange = await stranger.forge(message, customId);
    const settled = await bot.playground.drive.settled(exchange.id);
    expect(settled.outcome, customId).toBe("message");
    expect(
      settled.requests.flatMap(({ violations }) => violations),
      customId,
    ).toEqual([]);
    expect(settled.message?.message.mention_everyone ?? false, customId).toBe(false);
  }
  expect(before?.embeds).toHaveLength(1);
  expect(current(bot, message)?.message).toEqual(before);
});

it("say, to whoever used them, that what they name is of another version of the bot", async () => {
  const member = bot.person("Member");
  const { message } = await member.command("fact", { name: "rust-merged-6-1" });
  for (const customId of [
    "ask:openn:rust-merged-6-1",
    "fact:posted:rust-merged-6-1:0",
    "topics:nothing:drivers",
    "release:shown:6.12:0",
    "suggest:sent",
  ]) {
    const exchange = await member.forge(message, customId, ["rust-merged-6-1"]);
    expect(exchange.message?.message.content, customId).toMatch(/another version of this bot/);
    expect(exchange.message?.onlyFor, customId).toBe(member.id);
  }
});

it("never logged a failure over any of it", () => {
  expect(bot.log.filter((line) => /"level":(?:50|60)/.test(line))).toEqual([]);
});
