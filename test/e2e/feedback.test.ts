import { expect, it } from "vitest";
import { contentOf, embedsOf, inputsOf, useCuratingBot } from "../support/curating-bot.ts";
import { fact } from "../support/facts.ts";
import { buttonOf, buttonsOf, current, type TestPerson } from "../support/running-bot.ts";

const bot = useCuratingBot();
const member = bot.person("Member");

const ask = (person: TestPerson) => person.command("ask", { question: "rust merge" });

async function helpfulVotes(): Promise<string> {
  const { message } = await bot.person("Moderator").command("facts", {}, "stats");
  const fields = message?.message.embeds[0]?.fields ?? [];
  return fields.find(({ name }) => name === "Found helpful most")?.value ?? "";
}

it("thanks for a helpful answer by the button itself, and counts each reader once", async () => {
  for (let time = 0; time < 2; time++) {
    const asked = await ask(member);
    await member.press(asked.message, "Helpful");
    expect(buttonOf(current(bot, asked.message), "Thanks!").disabled).toBe(true);
  }
  expect(await helpfulVotes()).toContain("`rust-merged`: 1");
  const other = bot.person("Newcomer");
  await other.press((await ask(other)).message, "Helpful");
  expect(await helpfulVotes()).toContain("`rust-merged`: 2");
});

it("keeps what sharing has come to when the answer is found helpful, and the other way round", async () => {
  const asked = await ask(member);
  const shared = await member.press(asked.message, "Share");
  await bot.playground.drive.settled(shared.id);
  await member.press(current(bot, asked.message), "Helpful");
  const labels = () => buttonsOf(current(bot, asked.message)).map(({ label }) => label);
  expect(labels()).toEqual(["Shared", "Thanks!", "Wrong or outdated"]);

  const again = await ask(member);
  await member.press(again.message, "Helpful");
  const sharing = await member.press(current(bot, again.message), "Share");
  await bot.playground.drive.settled(sharing.id);
  expect(buttonsOf(current(bot, again.message)).map(({ label }) => label)).toEqual([
    "Shared",
    "Thanks!",
    "Wrong or outdated",
  ]);
});

it("says in the form that the author's id is kept, and until when", async () => {
  const asked = await ask(member);
  const opened = await member.press(asked.message, "Wrong or outdated");
  expect(JSON.stringify(opened.modal)).toContain("Discord id until 30 days after the outcome");
});

it("knows the question behind a report that was being written when the bot restarted", async () => {
  const asked = await ask(member);
  const opened = await member.press(asked.message, "Wrong or outdated");
  await bot.restart();
  await member.submit(opened, { text: "That was 6.2." });
  const queue = await bot.person("Moderator").command("facts", {}, "queue");
  expect(contentOf(queue) + embedsOf(queue.message)).toContain("Asked: “rust merge”");
});

it("offers to suggest a fact where there is no answer, and the button works after a restart", async () => {
  const missed = await member.command("ask", { question: "what is a frobnicator" });
  await bot.restart();
  const opened = await member.press(missed.message, "Suggest a fact");
  expect(contentOf(await member.submit(opened, { text: "Frobnicators." }))).toContain("Thank you");
});

it("works with buttons of answers given before a restart, and says when the fact is gone", async () => {
  const asked = await ask(member);
  await bot.restart();
  await member.press(asked.message, "Helpful");
  expect(await helpfulVotes()).toContain("`rust-merged`: 1");
  await bot.ship([fact({ id: "other", title: "Another fact" })]);
  await bot.restart();
  const gone = await member.press(current(bot, asked.message), "Wrong or outdated");
  expect(contentOf(gone)).toContain("no longer in the knowledge base");
});

it("gives no feedback buttons to what was shared with the channel", async () => {
  const asked = await ask(member);
  const shared = await member.press(asked.message, "Share");
  await bot.playground.drive.settled(shared.id);
  const posted = bot.playground.drive
    .state()
    .messages.filter(({ message, onlyFor }) => !onlyFor && message.content.includes("shared by"));
  expect(posted).toHaveLength(1);
  expect(embedsOf(posted[0])).toContain("Rust support was merged");
  expect(buttonsOf(posted[0])).toEqual([]);
});

it("opens a refused suggestion again with what was typed, until it is taken", async () => {
  const opened = await member.command("suggest");
  const refused = await member.submit(opened, { text: "Frobnicators.", link: "http://a.example" });
  expect(contentOf(refused)).toBe(
    "That link is not an https address. Correct it, or leave it out.",
  );
  await bot.restart();
  const again = await member.press(refused.message, "Open the form again");
  expect(inputsOf(again)).toEqual({ text: "Frobnicators.", link: "http://a.example" });
  const { custom_id } = buttonOf(refused.message, "Open the form again");
  const stranger = await bot.person("Newcomer").forge(refused.message, custom_id);
  expect(contentOf(stranger)).toContain("gone after a day");
  const taken = await member.submit(again, { text: "Frobnicators.", link: "https://a.example" });
  expect(contentOf(taken)).toContain("Thank you");
});

it("opens a refused report again, and still knows what it is about", async () => {
  const asked = await ask(member);
  const opened = await member.press(asked.message, "Wrong or outdated");
  const refused = await member.submit(opened, { text: "That was 6.2.", link: "lwn" });
  const again = await member.press(refused.message, "Open the form again");
  expect(JSON.stringify(again.modal)).toContain("What is wrong with the answer?");
  await member.submit(again, { text: "That was 6.2.", link: "" });
  const queue = await bot.person("Moderator").command("facts", {}, "queue");
  expect(contentOf(queue) + embedsOf(queue.message)).toMatch(
    /That was 6\.2[\s\S]*Asked: “rust merge”/,
  );
});
