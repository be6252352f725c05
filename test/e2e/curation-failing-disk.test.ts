import { expect, it } from "vitest";
import {
  contentOf,
  edit,
  inputsOf,
  openForm,
  readFact,
  send,
  useCuratingBot,
} from "../support/curating-bot.ts";

const bot = useCuratingBot();
const moderator = bot.person("Moderator");

it("tells the moderator that nothing was saved, hands back what was typed, and goes on answering", async () => {
  const opened = await openForm(moderator, "spin-lock");
  const bringBack = await bot.loseDisk();
  const refused = await send(moderator, opened, { title: "Typed with care" });
  expect(contentOf(refused)).toContain("The change could not be saved");
  const files = refused.message?.message.attachments ?? [];
  expect(files.map(({ filename }) => filename)).toEqual(["what-you-typed.txt"]);
  expect(await readFact(bot, "spin-lock")).toContain("Spin locks have a Rust abstraction");
  const asked = await bot.person("Member").command("ask", { question: "rust merge" });
  expect(asked.message?.message.embeds[0]?.title).toContain("Linux 6.1");
  await bringBack();
});

it("tells the log that counted questions cannot be written, which nobody waits for", async () => {
  const bringBack = await bot.loseDisk();
  await bot.person("Member").command("ask", { question: "What is a Frobnicator?" });
  const told = () => bot.log.some((line) => line.includes('"msg":"counted gaps not written"'));
  await expect.poll(told, { timeout: 15_000 }).toBe(true);
  await bringBack();
});

it("saves the next edit after the disk has come back, and keeps it through a restart", async () => {
  const opened = await openForm(moderator, "spin-lock");
  const bringBack = await bot.loseDisk();
  await send(moderator, opened, { title: "Lost" });
  await bringBack();
  const saved = await edit(moderator, "spin-lock", { title: "Kept" });
  expect(contentOf(saved)).toContain("revision 1");
  await bot.restart();
  expect(await readFact(bot, "spin-lock")).toContain("Kept");
  expect(inputsOf(await openForm(moderator, "spin-lock")).title).toBe("Kept");
});

it("logs why the disk refused, and tells readers nothing of it", async () => {
  const opened = await openForm(moderator, "spin-lock");
  const bringBack = await bot.loseDisk();
  const refused = await send(moderator, opened, { title: "Typed with care" });
  await bringBack();
  expect(contentOf(refused)).not.toContain("ENOENT");
  expect(bot.log.join("")).toMatch(/"msg":"the storage refused a change"/);
  expect(bot.log.join("")).toContain("ENOENT");
});
