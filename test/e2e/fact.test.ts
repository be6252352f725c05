import { afterAll, beforeAll, expect, it } from "vitest";
import { current, menuOf, startTestBot, type TestBot } from "../support/running-bot.ts";

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ settings: { REPEAT_WINDOW_SECONDS: "120" } });
});
afterAll(() => bot.stop());

const isThere = (id: string | undefined) =>
  bot.playground.drive.state().messages.some(({ message }) => message.id === id);

it("offers featured facts for nothing, and the fact for what is being typed", async () => {
  const member = bot.person("Member");
  const featured = await member.complete("fact", "name", "");
  expect(featured.choices?.length).toBeGreaterThanOrEqual(10);
  const typed = await member.complete("fact", "name", "rust merg");
  expect(typed.choices?.map(({ value }) => value)).toContain("rust-merged-6-1");
});

it("posts the chosen fact for everybody and pings exactly the person mentioned", async () => {
  const helper = bot.person("Helper", "general");
  const { id: mention } = bot.person("Member", "general");
  const { message } = await helper.command("fact", { name: "rust-merged-6-1", mention });
  expect(message?.onlyFor).toBeUndefined();
  expect(message?.message.content).toBe(`<@${mention}>`);
  expect(message?.message.mentions.map(({ id }) => id)).toEqual([mention]);
});

it("refuses to hide an answer from the person whom it mentions", async () => {
  const helper = bot.person("Helper");
  const { message } = await helper.command("fact", {
    name: "rust-merged-6-1",
    mention: helper.id,
    hide: true,
  });
  expect(message?.onlyFor).toBe(helper.id);
  expect(message?.message.content).toMatch(/exclude each other/);
});

it("points to an answer that was just posted, and posts it again when told to", async () => {
  const [first, second] = [bot.person("Member"), bot.person("Helper")];
  const posted = await first.command("fact", { name: "kbox-type" });
  const repeated = await second.command("fact", { name: "kbox-type" });
  expect(repeated.message?.onlyFor).toBe(second.id);
  expect(repeated.message?.message.content).toContain(posted.message?.message.id);
  const anyway = await second.press(repeated.message, "Post anyway");
  expect(anyway.message?.onlyFor).toBeUndefined();
  expect(anyway.message?.message.embeds[0]?.title).toBe(posted.message?.message.embeds[0]?.title);
});

it("can be deleted by its poster and by those who manage messages, and by nobody else", async () => {
  const poster = bot.person("Member", "general");
  const posted = await poster.command("fact", { name: "pin-init-what" });
  const refused = await bot.person("Newcomer", "general").press(posted.message, "Delete");
  expect(refused.message?.message.content).toMatch(/^Only who posted/);
  expect(isThere(posted.message?.message.id)).toBe(true);
  const deleted = await bot.person("Helper", "general").press(posted.message, "Delete");
  await bot.playground.drive.settled(deleted.id);
  expect(isThere(posted.message?.message.id)).toBe(false);

  const again = await poster.command("fact", { name: "pin-init-what" });
  expect(again.message?.onlyFor, "a deleted answer is not pointed to").toBeUndefined();
  const own = await poster.press(again.message, "Delete");
  await bot.playground.drive.settled(own.id);
  expect(isThere(again.message?.message.id)).toBe(false);
});

it("gives a stranger who opens a related fact a copy of their own", async () => {
  const posted = await bot
    .person("Member", "general")
    .command("fact", { name: "rust-experiment-ended" });
  const stranger = bot.person("Newcomer", "general");
  const opened = await stranger.choose(posted.message);
  expect(opened.message?.onlyFor).toBe(stranger.id);
  expect(current(bot, posted.message)?.message.embeds).toEqual(posted.message?.message.embeds);
});

it("asks what was meant when nothing of that name is known", async () => {
  const member = bot.person("Member");
  const { message } = await member.command("fact", { name: "weather in paris" });
  expect(message?.onlyFor).toBe(member.id);
  expect(message?.message.content).toMatch(/^I don't know a fact called/);
});

it("finds a fact by its alias and shows it to its asker alone when told to hide it", async () => {
  const member = bot.person("Member");
  const { message } = await member.command("fact", { name: "KBox", hide: true });
  expect(message?.onlyFor).toBe(member.id);
  expect(message?.message.embeds[0]?.title).toContain("KBox");
  expect(() => menuOf(message)).not.toThrow();
});
