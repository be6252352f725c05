import { expect, it } from "vitest";
import {
  contentOf,
  embedsOf,
  inputsOf,
  readFact,
  send,
  useCuratingBot,
} from "../support/curating-bot.ts";
import { current, menuOf, type TestPerson } from "../support/running-bot.ts";

const bot = useCuratingBot();
const moderator = bot.person("Moderator");

const ask = (person: TestPerson, question: string) => person.command("ask", { question });
const gaps = () => moderator.command("facts", {}, "gaps");

it("counts a question without an answer under its words, and says so", async () => {
  const missed = await ask(bot.person("Member"), "What is a Frobnicator?");
  expect(contentOf(missed)).toContain("Counted, without your name");
  await ask(bot.person("Newcomer"), "frobnicator, what is it");
  const listed = await gaps();
  expect(embedsOf(listed.message)).toContain("1 question without an answer");
  expect(embedsOf(listed.message)).toContain("asked 2 times");
  expect(JSON.stringify(listed.message)).not.toContain(bot.person("Newcomer").id);
});

it("counts free text of /fact, and never what is typed for autocomplete", async () => {
  await bot.person("Member").complete("fact", "name", "zyzzyva");
  expect(contentOf(await gaps())).toContain("0 questions without an answer");
  await bot.person("Member").command("fact", { name: "zyzzyva" });
  expect(contentOf(await gaps())).toContain("1 question without an answer");
});

it("counts nothing, and says that it does not, when gaps are off", async () => {
  const about = async () => JSON.stringify((await bot.person("Member").command("about")).message);
  expect(await about()).toContain("Questions without an answer are counted without names.");
  await bot.restart({ GAPS: "off" });
  const missed = await ask(bot.person("Member"), "What is a Frobnicator?");
  expect(contentOf(missed)).not.toContain("Counted");
  expect(contentOf(await gaps())).toMatch(
    /^Questions without an answer are not counted: [^.]*\.\n/,
  );
  expect(contentOf(await gaps())).toContain("0 questions without an answer");
  expect(await about()).toContain("Questions without an answer are not counted.");
});

it("says that open questions are from before when gaps are off now", async () => {
  await ask(bot.person("Member"), "What is a Frobnicator?");
  await bot.restart({ GAPS: "off" });
  const listed = await gaps();
  expect(contentOf(listed)).toMatch(/not counted: .* These were asked before\./);
  expect(embedsOf(listed.message)).toContain("1 question without an answer");
});

it("makes a question an alias of a fact, which then answers it", async () => {
  await ask(bot.person("Member"), "What is a Frobnicator?");
  const listed = await gaps();
  await moderator.choose(listed.message);
  const opened = await moderator.press(current(bot, listed.message), "Alias of another fact…");
  expect(inputsOf(opened).alias).toBe("What is a Frobnicator");
  const saved = await send(moderator, opened, { fact: "spin-lock" });
  expect(contentOf(saved)).toContain("Saved `spin-lock`");
  expect(contentOf(saved)).toContain("0 questions without an answer");
  const answered = await ask(bot.person("Member"), "what is a frobnicator");
  expect(embedsOf(answered.message)).toContain("Spin locks");
});

it("gives an alias to no fact that is only guessed at", async () => {
  await ask(bot.person("Member"), "What is a Frobnicator?");
  const listed = await gaps();
  await moderator.choose(listed.message);
  const opened = await moderator.press(current(bot, listed.message), "Alias of another fact…");
  const refused = await send(moderator, opened, { fact: "spin lok" });
  expect(contentOf(refused)).toContain("No fact is called “spin lok”");
  expect(contentOf(refused)).toContain("`spin-lock`");
  expect(contentOf(await gaps())).toContain("1 question without an answer");
});

it("makes a fact of a question, with the question as an alias", async () => {
  await ask(bot.person("Member"), "What is a Frobnicator?");
  const listed = await gaps();
  await moderator.choose(listed.message);
  const opened = await moderator.press(current(bot, listed.message), "Write a fact…");
  expect(inputsOf(opened).aliases).toBe("What is a Frobnicator");
  const added = await send(moderator, opened, {
    title: "Frobnicators turn knobs",
    body: "They do.",
    topic: "history",
    sources: "article | Knobs | https://lwn.net/",
  });
  await bot.playground.drive.settled(added.id);
  expect(await readFact(bot, "frobnicators-turn-knobs")).toContain("They do.");
  expect(contentOf(await gaps())).toContain("0 questions without an answer");
});

it("dismisses a question, which stays dismissed when it is asked again", async () => {
  await ask(bot.person("Member"), "What is a Frobnicator?");
  const listed = await gaps();
  await moderator.choose(listed.message);
  await moderator.press(current(bot, listed.message), "Dismiss");
  await ask(bot.person("Newcomer"), "What is a Frobnicator?");
  expect(contentOf(await gaps())).toContain("0 questions without an answer");
});

it("offers first what an asker found in other words within a minute", async () => {
  for (const person of ["Newcomer", "Helper"]) await ask(bot.person(person), "gribble?");
  const member = bot.person("Member");
  await ask(member, "What does a Frobnicator do with zorp locking?");
  await ask(member, "spin lock abstraction");
  const listed = await gaps();
  const [first] = menuOf(listed.message).options;
  expect(first?.label).toContain("Frobnicator");
  await moderator.choose(listed.message);
  const shown = current(bot, listed.message);
  expect(shown?.message.content).toContain("found `spin-lock` in other words");
  const opened = await moderator.choose(shown, "spin-lock");
  expect(inputsOf(opened)).toEqual({
    alias: "What does a Frobnicator do with zorp locking",
    fact: "spin-lock",
  });
});

it("does not take what somebody asked next for what they meant, where it has nothing to do with it", async () => {
  const member = bot.person("Member");
  await ask(member, "how do I bake bread");
  await ask(member, "spin lock abstraction");
  const listed = await gaps();
  await moderator.choose(listed.message);
  expect(current(bot, listed.message)?.message.content).not.toContain("in other words");
});

it("shows what was asked without its effect", async () => {
  await ask(bot.person("Member"), "@everyone **zorp** ```x``` https://evil.example/ <@1>?");
  const listed = await gaps();
  expect(embedsOf(listed.message)).not.toMatch(/(?<!\\)@|https:\/\/|\*\*|```/);
});
