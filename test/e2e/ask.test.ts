import { afterAll, beforeAll, expect, it } from "vitest";
import { buttonsOf, current, menuOf, startTestBot, type TestBot } from "../support/running-bot.ts";

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot();
});
afterAll(() => bot.stop());

const EPHEMERAL = 64;

it("answers a newcomer's question privately, with the fact, its sources and when it was checked", async () => {
  const { outcome, message } = await bot
    .person("Newcomer")
    .command("ask", { question: "when was rust merged into the kernel" });
  expect(outcome).toBe("message");
  expect(message?.message.flags).toBe(EPHEMERAL);
  const [embed] = message?.message.embeds ?? [];
  expect(embed?.title).toContain("6.1");
  expect(embed?.description).toMatch(/October 2022/);
  expect(embed?.description).toMatch(/\*\*Sources?:\*\* \[.+\]\(https:\/\//);
  expect(embed?.footer?.text).toMatch(/checked \d+ \w+ 20\d\d against Linux \d\.\d+/);
});

it("says that it does not know what it does not know", async () => {
  const { message } = await bot
    .person("Newcomer")
    .command("ask", { question: "what will the weather be in Paris tomorrow" });
  expect(message?.message.content).toMatch(/^I don't know/);
  expect(message?.message.embeds).toEqual([]);
});

it.each(["   ", "?", "\u0007", "…!"])("asks for a question where %j is none", async (question) => {
  const { message } = await bot.person("Newcomer").command("ask", { question });
  expect(message?.message.content).toBe("Type a question.");
});

it("shows another fact of the menu in the place of the first, and keeps the menu", async () => {
  const member = bot.person("Member");
  const asked = await member.command("ask", { question: "which drivers are written in rust" });
  const menu = menuOf(asked.message);
  const other = menu.options[1];
  const chosen = await member.choose(asked.message, other?.value ?? "");
  expect(chosen.outcome).toBe("update");
  const shown = current(bot, asked.message);
  expect(shown?.message.embeds[0]?.title?.replaceAll("`", "")).toContain(other?.label.slice(0, 20));
  expect(menuOf(shown).options.map(({ value }) => value)).toEqual(
    menu.options.map(({ value }) => value),
  );
});

it("shares an answer with the channel, names who shared it, and pings nobody", async () => {
  const member = bot.person("Member");
  const asked = await member.command("ask", { question: "when was rust merged into the kernel" });
  const shared = await member.press(asked.message, "Share");
  expect(shared.outcome).toBe("update");
  const after = await bot.playground.drive.settled(shared.id);
  const posted = bot.playground.drive
    .state()
    .messages.find(({ message }) => message.content.startsWith("-# shared by"));
  expect(posted?.onlyFor).toBeUndefined();
  expect(posted?.message.content).toContain(`<@${member.id}>`);
  expect(posted?.message.mentions).toEqual([]);
  expect(after.requests.flatMap(({ violations }) => violations)).toEqual([]);
  const button = buttonsOf(current(bot, asked.message)).find(({ custom_id }) =>
    custom_id.startsWith("ask:share"),
  );
  expect(button).toMatchObject({ label: "Shared", disabled: true });
});

it("offers to share once more where posting failed, and never once it has posted", async () => {
  const member = bot.person("Member");
  const shares = () =>
    bot.playground.drive
      .state()
      .messages.filter(({ message }) => message.content.startsWith("-# shared by")).length;
  const shareButton = (message: Parameters<typeof current>[1]) =>
    buttonsOf(current(bot, message)).find(({ custom_id }) => custom_id.startsWith("ask:share"));
  const ask = () => member.command("ask", { question: "when was rust merged into the kernel" });
  const before = shares();

  const refused = await ask();
  bot.playground.faults.failRequests(/^\/webhooks\/\d+\/[^/]+$/, 1, { status: 400 });
  const failed = await member.press(refused.message, "Share");
  await bot.playground.drive.settled(failed.id);
  await expect.poll(() => shareButton(refused.message)?.label).toBe("Share");
  expect(shares()).toBe(before);

  const posted = await ask();
  bot.playground.faults.failRequests(/messages\/(?:@|%40)original/, 1, { status: 400 });
  const shared = await member.press(posted.message, "Share");
  await bot.playground.drive.settled(shared.id);
  await expect.poll(() => bot.log.some((line) => line.includes("interaction failed"))).toBe(true);
  expect(shares()).toBe(before + 1);
  expect(shareButton(posted.message)).toMatchObject({ disabled: true });
});

it("offers no sharing in its own direct messages", async () => {
  const place = bot.playground.drive.state().places.find(({ kind }) => kind === "bot-dm");
  const asked = await bot
    .person("Newcomer", place?.name)
    .command("ask", { question: "when was rust merged into the kernel" });
  expect(buttonsOf(asked.message).map(({ label }) => label)).not.toContain("Share");
});

it("does not claim to have shared what Discord kept private", async () => {
  const newcomer = bot.person("Newcomer", "quiet");
  const asked = await newcomer.command("ask", { question: "when was rust merged into the kernel" });
  const shared = await newcomer.press(asked.message, "Share");
  await bot.playground.drive.settled(shared.id);
  const button = buttonsOf(current(bot, asked.message)).find(({ custom_id }) =>
    custom_id.startsWith("ask:share"),
  );
  expect(button?.label).toMatch(/^Not shared/);
  const claims = bot.playground.drive
    .state()
    .messages.filter(
      ({ message }) =>
        message.channel_id === newcomer.placeId && message.content.includes("shared by"),
    );
  expect(claims).toEqual([]);
});
