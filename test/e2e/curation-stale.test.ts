import { expect, it } from "vitest";
import { contentOf, edit, embedsOf, FACTS, send, useCuratingBot } from "../support/curating-bot.ts";
import { fact } from "../support/facts.ts";
import { current, menuOf } from "../support/running-bot.ts";

const today = new Date().toISOString().slice(0, 10);
const old = { on: "2020-01-01", against: "6.1" };
const bot = useCuratingBot({
  facts: FACTS.map((fact) => ({
    ...fact,
    checked: fact.id === "rust-merged" ? old : { on: today, against: "7.2" },
  })),
});
const moderator = bot.person("Moderator");

const stale = () => moderator.command("facts", {}, "stale");

it("lists what was not checked for long, and a check takes it off the list", async () => {
  const listed = await stale();
  expect(embedsOf(listed.message)).toContain("1 fact to check again");
  expect(embedsOf(listed.message)).toContain("against 6.1, 3 releases behind");
  await moderator.choose(listed.message);
  const saved = await moderator.press(current(bot, listed.message), "It is right");
  expect(contentOf(saved)).toContain("Checked `rust-merged`: revision 1");
  await moderator.press(saved.message, "Back to the list");
  expect(current(bot, listed.message)?.message.content).toContain("No current fact is stale");
});

it("goes from one stale fact to the next, whether it was right or is skipped", async () => {
  const others = ["one", "two", "three"].map((id) => fact({ id, title: id, checked: old }));
  await bot.ship([...FACTS, ...others]);
  await bot.restart();
  const listed = await stale();
  const titles = /^(one|two|three)$/gm;
  const order = embedsOf(listed.message).match(titles);
  expect(order).toHaveLength(3);
  const shown = () => embedsOf(current(bot, listed.message)).match(titles);
  await moderator.choose(listed.message, order?.[0]);
  expect(shown()).toEqual(order?.slice(0, 1));
  await moderator.press(current(bot, listed.message), "It is right");
  await moderator.press(current(bot, listed.message), "Next fact");
  expect(shown()).toEqual(order?.slice(1, 2));
  await moderator.press(current(bot, listed.message), "Skip");
  expect(shown()).toEqual(order?.slice(2));
});

it("lists a title as it reads, where a line of it would be a heading", async () => {
  const title = "# Invariants are documented";
  await bot.ship([...FACTS, fact({ id: "invariants", title, checked: old })]);
  await bot.restart();
  expect(embedsOf((await stale()).message)).toContain(`\\${title}\n-# checked`);
});

it("does not take a text for right that its reader has not seen", async () => {
  const listed = await stale();
  await moderator.choose(listed.message);
  await edit(moderator, "rust-merged", { body: "Meanwhile." });
  const asked = await moderator.press(current(bot, listed.message), "It is right");
  expect(contentOf(asked)).toContain("changed it since you looked");
  expect(embedsOf(asked.message)).toContain("Meanwhile.");
  expect(embedsOf((await stale()).message)).toContain("1 fact to check again");
});

it("opens the form of a stale fact from the list", async () => {
  const listed = await stale();
  await moderator.choose(listed.message);
  const opened = await moderator.choose(current(bot, listed.message), "validity");
  const saved = await send(moderator, opened, { checked: `${today} against Linux 7.2-rc3` });
  expect(embedsOf(saved.message)).toContain(`+checked: ${today} against 7.2`);
});

it("checks a fact against the newest release, or the one that is named", async () => {
  const newest = await moderator.command("facts", { fact: "rust-merged" }, "verify");
  expect(embedsOf(newest.message)).toContain(`+checked: ${today} against 7.2`);
  const options = { fact: "rust-merged", against: "v7.1" };
  const named = await moderator.command("facts", options, "verify");
  expect(embedsOf(named.message)).toContain(`+checked: ${today} against 7.1`);
  const unknown = { fact: "rust-merged", against: "9.9" };
  expect(contentOf(await moderator.command("facts", unknown, "verify"))).toContain(
    "Only mainline releases",
  );
});

it.each([
  ["7", ["7.2", "7.1"]],
  ["6.1", ["6.1", "6.18"]],
  ["v6.1", ["6.1", "6.18"]],
  ["Linux 6.18", ["6.18"]],
  ["latest", ["7.2"]],
])(
  "offers for %s, typed as the release of a check, that release first, then newer before older",
  async (typed, offered) => {
    const { choices } = await moderator.complete("facts", "against", typed, "verify");
    expect(choices?.map(({ value }) => value)).toEqual(offered);
  },
);

it("checks the fact of exactly this id, title or alias, and asks about anything else", async () => {
  for (const fact of ["rust-merged", "rust support was merged for linux 6.1", "Rust Merge"]) {
    const checked = await moderator.command("facts", { fact, against: "7.1" }, "verify");
    expect(contentOf(checked)).toMatch(/`rust-merged`|already/);
    expect(embedsOf(checked.message)).toContain("Rust support was merged");
  }
  const guess = await moderator.command("facts", { fact: "when was rust merged" }, "verify");
  expect(contentOf(guess)).toMatch(/^No fact is called “when was rust merged”/);
  expect(contentOf(guess)).toContain("`rust-merged`");
  const history = await moderator.command("facts", { fact: "rust-merged" }, "history");
  expect(contentOf(history)).toContain("revision 1 of 1");
});

it("ends every answer with how much waits", async () => {
  for (const name of ["stale", "queue", "gaps", "stats", "export"]) {
    const { message } = await moderator.command("facts", {}, name);
    expect(message?.message.content).toMatch(
      /-# 0 items in the queue · 0 questions without an answer$/,
    );
  }
  expect(menuOf((await stale()).message).options).toHaveLength(1);
});
