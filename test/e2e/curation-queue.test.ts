import { afterEach, expect, it } from "vitest";
import {
  CURATOR_ROLE,
  type CuratingBot,
  contentOf,
  edit,
  embedsOf,
  FACTS,
  inputsOf,
  MODERATORS_CHANNEL,
  openForm,
  readFact,
  send,
  startCuratingBot,
} from "../support/curating-bot.ts";
import { fact } from "../support/facts.ts";
import { buttonsOf, current, type TestPerson } from "../support/running-bot.ts";

let bot: CuratingBot;
async function start(settings: Record<string, string> = {}) {
  bot = await startCuratingBot({ settings: { CURATOR_ROLE_IDS: CURATOR_ROLE, ...settings } });
  return bot.person("Moderator");
}
afterEach(async () => {
  expect(bot.playground.violations()).toEqual([]);
  await bot.stop();
});

async function suggest(person: TestPerson, text: string, link = "") {
  return send(person, await person.command("suggest"), { text, link });
}

async function report(person: TestPerson, text: string) {
  const asked = await person.command("ask", { question: "when was rust support merged" });
  return send(person, await person.press(asked.message, "Wrong or outdated"), { text });
}

const queue = (person: TestPerson) => person.command("facts", {}, "queue");

/** The messages that somebody got from the bot directly. */
function directMessages(person: TestPerson): readonly string[] {
  const { places, messages } = bot.playground.drive.state();
  const dm = places.find(({ kind, people }) => kind === "bot-dm" && people.includes(person.id));
  return messages
    .filter(({ message }) => message.channel_id === dm?.id)
    .map(({ message }) => message.content);
}

it("makes a fact of a suggestion, credits both, closes it and tells its author", async () => {
  const moderator = await start();
  const member = bot.person("Member");
  await suggest(member, "Say what a mutex is.", "https://docs.kernel.org/rust/index.html");
  const waiting = await queue(moderator);
  expect(contentOf(waiting)).toMatch(/\*\*Suggestion\*\* · 1 of 1/);
  expect(contentOf(waiting)).toContain("1 item in the queue");
  const opened = await moderator.press(waiting.message, "Write a fact…");
  expect(inputsOf(opened).body).toBe("Say what a mutex is.");
  const added = await send(moderator, opened, {
    title: "A mutex sleeps",
    topic: "locking",
    sources: "documentation | Rust | https://docs.kernel.org/rust/index.html",
  });
  expect(contentOf(added)).toContain("Added `a-mutex-sleeps`: revision 1");
  expect(contentOf(added)).toContain("0 items in the queue");
  const history = await moderator.command("facts", { fact: "a-mutex-sleeps" }, "history");
  expect(contentOf(history)).toContain(`by <@${moderator.id}>`);
  expect(contentOf(history)).toContain(`Suggested by <@${member.id}>`);
  await bot.playground.drive.settled(added.id);
  expect(directMessages(member).join()).toContain("was taken up");
});

it("edits the fact that a suggestion is about, as was suggested", async () => {
  const moderator = await start();
  await suggest(bot.person("Member"), "The spin lock text could say more.");
  const waiting = await queue(moderator);
  const near = await moderator.choose(waiting.message, "spin-lock");
  expect(contentOf(near)).toContain("Edit this fact as was suggested?");
  const opened = await moderator.choose(current(bot, waiting.message), "text");
  await send(moderator, opened, { body: "See `SpinLock<T>`, which holds its data." });
  expect(await readFact(bot, "spin-lock")).toContain("which holds its data");
  expect(contentOf(await queue(moderator))).toContain("The queue is empty");
});

it("shows a report with the question behind it, and takes that the fact is right for an answer", async () => {
  const moderator = await start();
  const member = bot.person("Member");
  await report(member, "It was 6.0!");
  const waiting = await queue(moderator);
  expect(embedsOf(waiting.message)).toContain("Asked: “when was rust support merged”");
  const right = await moderator.press(waiting.message, "The fact is right");
  expect(contentOf(right)).toContain("Checked `rust-merged`");
  await bot.playground.drive.settled(right.id);
  expect(directMessages(member).join()).toMatch(/was not taken up.*is right/);
});

it("tells an author whom no direct message reaches at the next suggestion", async () => {
  const moderator = await start();
  const member = bot.person("Member");
  await suggest(member, "Say more.");
  bot.playground.faults.failRequests(/\/users\/@me\/channels$/, 20, { status: 403 });
  const waiting = await queue(moderator);
  const opened = await moderator.press(waiting.message, "Reject…");
  const rejected = await send(moderator, opened, { reason: "too little to go on" });
  await bot.playground.drive.settled(rejected.id);
  await bot.restart();
  const next = await suggest(member, "Something else.");
  expect(contentOf(next)).toMatch(/was not taken up.*too little to go on/);
  await bot.restart();
  expect(contentOf(await suggest(member, "A third."))).not.toContain("not taken up");
});

it("lets a decision be made once: a replay says that it was made", async () => {
  const moderator = await start();
  const other = bot.person("Curator");
  await suggest(bot.person("Member"), "Say more.");
  const [one, two] = [await queue(moderator), await queue(other)];
  const opened = await other.press(two.message, "Write a fact…");
  await send(moderator, await moderator.press(one.message, "Reject…"), { reason: "no" });
  const late = await send(other, opened, {
    title: "Typed with care",
    topic: "history",
    sources: "documentation | Rust | https://docs.kernel.org/rust/index.html",
  });
  expect(contentOf(late)).toContain("decided on that already: it was turned down");
  const again = await other.press(late.message, "Open the form again");
  expect(contentOf(await send(other, again, {}))).toContain("Added `typed-with-care`");
});

it("has what a curator suggested accepted by another, where that is asked for", async () => {
  const moderator = await start({ REQUIRE_SECOND_CURATOR: "yes" });
  await suggest(moderator, "Say more.");
  const own = await queue(moderator);
  expect(contentOf(await moderator.press(own.message, "Write a fact…"))).toContain(
    "for another curator to accept",
  );
  const curator = bot.person("Curator");
  const other = await queue(curator);
  expect((await curator.press(other.message, "Write a fact…")).outcome).toBe("modal");
});

it("keeps people to a rate, to three open suggestions, and to none when they are blocked", async () => {
  const moderator = await start();
  const member = bot.person("Member");
  expect(contentOf(await suggest(member, "One."))).toContain("Thank you");
  const fast = await suggest(member, "Too fast.");
  expect(contentOf(fast)).toContain("a little fast");
  const again = await bot.person("Member").press(fast.message, "Open the form again");
  expect(inputsOf(again).text).toContain("Too fast.");
  for (const text of ["Two.", "Three."]) {
    await bot.restart();
    await suggest(member, text);
  }
  await bot.restart();
  expect(contentOf(await suggest(member, "Four."))).toContain("3 suggestions or reports waiting");
  const waiting = await queue(moderator);
  await moderator.press(waiting.message, "Block author");
  expect(buttonsOf(current(bot, waiting.message)).map(({ label }) => label)).toContain(
    "Unblock author",
  );
  await bot.restart();
  expect(contentOf(await suggest(member, "Five."))).toContain("are not taken");
});

it("refuses a link that is none, and hands back what was typed", async () => {
  await start();
  const refused = await suggest(bot.person("Member"), "Typed.", "javascript:alert(1)");
  expect(contentOf(refused)).toContain("an https address");
  const again = await bot.person("Member").press(refused.message, "Open the form again");
  expect(inputsOf(again).text).toBe("Typed.");
});

it("tells a removal apart from what was changed with it, in the curators' channel and the history", async () => {
  const moderator = await start({ CURATOR_CHANNEL_ID: MODERATORS_CHANNEL });
  const asked = await moderator.command("facts", { fact: "spin-lock" }, "remove");
  const removed = await send(moderator, await moderator.press(asked.message, "Remove…"), {
    reason: "said elsewhere",
  });
  await bot.playground.drive.settled(removed.id);
  const [told] = bot.playground.drive
    .state()
    .messages.filter(({ message }) => message.channel_id === MODERATORS_CHANNEL);
  expect(told?.message.content).toBe(
    "“Moderator” removed `spin-lock` (revision 1), changed with it `rust-merged`: “said elsewhere”",
  );
  const gone = await moderator.command("facts", { fact: "spin-lock" }, "history");
  expect(contentOf(gone)).toContain(`: removed by <@${moderator.id}>`);
  const kept = await moderator.command("facts", { fact: "rust-merged" }, "history");
  expect(contentOf(kept)).toContain(`: changed by <@${moderator.id}>`);
  expect(contentOf(kept)).toContain("It referred to a fact that was removed.");
  expect(contentOf(kept)).not.toContain("removed by");
});

it("tells the curators' channel of suggestions and edits, without pings and links", async () => {
  const moderator = await start({ CURATOR_CHANNEL_ID: MODERATORS_CHANNEL });
  const sent = await suggest(bot.person("Member"), "@everyone see https://evil.example/ **now**");
  await bot.playground.drive.settled(sent.id);
  const saved = await edit(moderator, "spin-lock", { title: "Other", reason: "<@1> was wrong" });
  await bot.playground.drive.settled(saved.id);
  const posted = bot.playground.drive
    .state()
    .messages.filter(({ message }) => message.channel_id === MODERATORS_CHANNEL);
  expect(posted).toHaveLength(2);
  expect(posted[0]?.message.content).toMatch(/^\*\*New suggestion\*\* by “Member”/);
  expect(posted[1]?.message.content).toMatch(/^“Moderator” edited `spin-lock` \(revision 1\)/);
  for (const { message, pings } of posted) {
    expect(message.content).not.toMatch(/https?:\/\/|(?<!\\)[@]/);
    expect(pings ?? []).toEqual([]);
  }
  const inChannel = bot.person("Moderator", "moderators");
  const opened = await inChannel.press(posted[0], "Open in the queue");
  expect(opened.message?.onlyFor).toBe(moderator.id);
  expect(contentOf(opened)).toContain("**Suggestion** · 1 of 1");
});

it("decides between the shipped text and ours, after an upgrade changed both", async () => {
  const moderator = await start();
  await edit(moderator, "spin-lock", { body: "Ours." });
  await edit(moderator, "rust-merged", { body: "Ours too." });
  const shipped = FACTS.map((fact) => ({ ...fact, body: `Shipped anew: ${fact.id}.` }));
  await bot.ship(shipped);
  await bot.restart();
  const first = await queue(moderator);
  expect(contentOf(first)).toContain("do not agree** · 1 of 2");
  expect(embedsOf(first.message)).toMatch(/\+Shipped anew: .*\n[\s\S]*\+Ours/);
  const taken = await moderator.press(first.message, "Take the shipped text");
  expect(contentOf(taken)).toContain("1 item in the queue");
  const second = await queue(moderator);
  await moderator.press(second.message, "Keep ours");
  const texts = [await readFact(bot, "spin-lock"), await readFact(bot, "rust-merged")].join();
  expect(texts).toContain("Shipped anew");
  expect(texts).toContain("Ours");
  await bot.restart();
  expect(contentOf(await queue(moderator))).toContain("The queue is empty");
});

it("takes no shipped text over what somebody has changed since the two were shown", async () => {
  const moderator = await start();
  await edit(moderator, "spin-lock", { body: "Ours." });
  await bot.ship(FACTS.map((fact) => ({ ...fact, body: `Shipped anew: ${fact.id}.` })));
  await bot.restart();
  const shown = await queue(moderator);
  await edit(moderator, "spin-lock", { body: "Ours, and better." });
  await moderator.press(shown.message, "Take the shipped text");
  expect(current(bot, shown.message)?.message.content).toContain("Somebody has changed our text");
  expect(await readFact(bot, "spin-lock")).toContain("Ours, and better.");
});

it("asks about a text that fits no more with what ships, until it is edited so that it does", async () => {
  const moderator = await start();
  await edit(moderator, "rust-merged", { body: "Ours." });
  await bot.ship(
    FACTS.filter(({ id }) => id !== "spin-lock").map((fact) => ({ ...fact, related: [] })),
  );
  await bot.restart();
  expect(contentOf(await queue(moderator))).toContain("The queue is empty");

  await bot.ship([...FACTS, fact({ id: "third", title: "The third" })]);
  await bot.restart();
  await edit(moderator, "rust-merged", { related: "spin-lock\nthird" }, "links");
  await bot.ship(FACTS);
  await bot.restart();
  const asked = await queue(moderator);
  expect(embedsOf(asked.message)).toContain('related: names "third", and there is no such fact');
  await bot.restart();
  expect(contentOf(await queue(moderator))).toContain("do not agree** · 1 of 1");
  const opened = await moderator.choose(asked.message, "links");
  expect(contentOf(await send(moderator, opened, { related: "spin-lock" }))).toContain(
    "That closes the queue item.",
  );
  await bot.restart();
  expect(contentOf(await queue(moderator))).toContain("The queue is empty");
});

it("offers no shipped text to take where it is in force already, and lost what was removed here", async () => {
  const moderator = await start();
  const asked = await moderator.command("facts", { fact: "spin-lock" }, "remove");
  await send(moderator, await moderator.press(asked.message, "Remove…"), { reason: "wrong" });
  await bot.ship([...FACTS, fact({ id: "third", title: "The third", related: ["spin-lock"] })]);
  await bot.restart();
  const shown = await queue(moderator);
  expect(embedsOf(shown.message)).toContain('related: names "spin-lock"');
  expect(buttonsOf(shown.message).map(({ label }) => label)).toEqual(["Keep it"]);
  await moderator.press(shown.message, "Keep it");
  await bot.restart();
  expect(contentOf(await queue(moderator))).toContain("The queue is empty");
});

it("takes a report on a fact that was removed meanwhile for what it is", async () => {
  const moderator = await start();
  await report(bot.person("Member"), "It was 6.0!");
  const asked = await moderator.command("facts", { fact: "rust-merged" }, "remove");
  await send(moderator, await moderator.press(asked.message, "Remove…"), { reason: "wrong" });
  const waiting = await queue(moderator);
  expect(buttonsOf(waiting.message).map(({ label }) => label)).toEqual(["Reject…", "Block author"]);
  const opened = await openForm(moderator, "rust-merged").catch(() => undefined);
  expect(opened?.modal).toBeUndefined();
});
