import { expect, it } from "vitest";
import { FACT_LIMITS } from "../../src/knowledge/fact.ts";
import {
  contentOf,
  edit,
  embedsOf,
  FACTS,
  openForm,
  readFact,
  send,
  useCuratingBot,
} from "../support/curating-bot.ts";
import { fact } from "../support/facts.ts";
import { buttonOf, buttonsOf, current } from "../support/running-bot.ts";

const bot = useCuratingBot();
const moderator = bot.person("Moderator");

async function remove(factId: string, reason = "wrong") {
  const asked = await moderator.command("facts", { fact: factId }, "remove");
  return send(moderator, await moderator.press(asked.message, "Remove…"), { reason });
}

it("shows the fact as it will look and what changed, and undoes it from that very message", async () => {
  const saved = await edit(moderator, "spin-lock", { title: "Another title", reason: "clearer" });
  expect(embedsOf(saved.message)).toMatch(/^Another title\n/);
  expect(embedsOf(saved.message)).toContain("-title: Spin locks have a Rust abstraction");
  const undone = await moderator.press(saved.message, "Undo");
  expect(contentOf(undone)).toContain("revision 2");
  expect(await readFact(bot, "spin-lock")).toContain("Spin locks have a Rust abstraction");
});

it("undoes one change and keeps what others changed since", async () => {
  const saved = await edit(moderator, "spin-lock", { title: "Another title" });
  await edit(moderator, "spin-lock", { body: "Another body." });
  await moderator.press(saved.message, "Undo");
  const read = await readFact(bot, "spin-lock");
  expect(read).toContain("Spin locks have a Rust abstraction");
  expect(read).toContain("Another body.");
});

it("shows both texts when what is to be undone was changed since, and changes nothing", async () => {
  const saved = await edit(moderator, "spin-lock", { title: "Mine" });
  await edit(moderator, "spin-lock", { title: "Theirs" });
  const refused = await moderator.press(saved.message, "Undo");
  expect(contentOf(refused)).toContain("Nothing was saved");
  expect(embedsOf(refused.message)).toContain("+title: Theirs");
  expect(embedsOf(refused.message)).toContain("+title: Spin locks have a Rust abstraction");
  expect(await readFact(bot, "spin-lock")).toContain("Theirs");
});

it("removes a fact with a reason, from others' links too, and undoes all of that at once", async () => {
  const asked = await moderator.command("facts", { fact: "spin-lock" }, "remove");
  expect(contentOf(asked)).toContain("`rust-merged`");
  const removed = await remove("spin-lock", "said elsewhere");
  expect(contentOf(removed)).toContain("Changed with it: `rust-merged`");
  expect(contentOf(removed)).toContain("`/facts restore` brings it back");
  expect(removed.message?.message.embeds).toEqual([]);
  expect(await readFact(bot, "spin-lock")).toBe("");
  await moderator.press(removed.message, "Undo");
  expect(await readFact(bot, "spin-lock")).toContain("Spin locks");
  const links = await openForm(moderator, "rust-merged", "links");
  expect(JSON.stringify(links.modal)).toContain('"value":"spin-lock"');
});

it("does not remove a fact that was changed after it was looked at", async () => {
  const asked = await moderator.command("facts", { fact: "spin-lock" }, "remove");
  const opened = await moderator.press(asked.message, "Remove…");
  await edit(moderator, "spin-lock", { body: "Meanwhile." });
  const refused = await send(moderator, opened, { reason: "wrong" });
  expect(contentOf(refused)).toContain("was not removed");
  expect(await readFact(bot, "spin-lock")).toContain("Meanwhile.");
});

it("says of the id of a removed fact that it was removed, and guesses at no other", async () => {
  await remove("spin-lock");
  for (const name of ["edit", "remove", "verify"]) {
    const refused = await moderator.command("facts", { fact: "spin-lock" }, name);
    expect(contentOf(refused)).toMatch(/^`spin-lock` was removed.*`\/facts restore`/);
  }
});

it("offers removed facts for restoring, and restores them", async () => {
  await remove("spin-lock");
  const { choices } = await moderator.complete("facts", "fact", "spin", "restore");
  expect(choices?.map(({ value }) => value)).toEqual(["spin-lock"]);
  const restored = await moderator.command("facts", { fact: "spin-lock" }, "restore");
  expect(contentOf(restored)).toContain("Restored `spin-lock`");
  expect(await readFact(bot, "spin-lock")).toContain("Spin locks");
});

it("restores at once what is called by its id or title, and shows what only part of a name was typed of", async () => {
  const lock = "Spin locks have a Rust abstraction";
  for (const name of ["spin-lock", "spin locks have a rust abstraction", lock]) {
    await remove("spin-lock");
    const restored = await moderator.command("facts", { fact: name }, "restore");
    expect(contentOf(restored)).toMatch(/^Restored `spin-lock`/);
  }
  await remove("spin-lock");
  const asked = await moderator.command("facts", { fact: "spin" }, "restore");
  expect(contentOf(asked)).toMatch(/^Restore `spin-lock`\?/);
  expect(embedsOf(asked.message)).toContain(lock);
  expect(await readFact(bot, "spin-lock")).toBe("");
  const restored = await moderator.press(asked.message, "Restore");
  expect(contentOf(restored)).toMatch(/^Restored `spin-lock`/);
  const again = await moderator.forge(asked.message, "facts:restore.press:spin-lock:7");
  expect(contentOf(again)).toContain("not removed any more");
});

it("restores nothing that was changed since it was shown, and shows what was removed last", async () => {
  await remove("spin-lock");
  const asked = await moderator.command("facts", { fact: "spin" }, "restore");
  await moderator.command("facts", { fact: "spin-lock" }, "restore");
  await edit(moderator, "spin-lock", { body: "Meanwhile." });
  await remove("spin-lock");
  const shown = await moderator.press(asked.message, "Restore");
  expect(contentOf(shown)).toContain("since you looked");
  expect(embedsOf(shown.message)).toContain("Meanwhile.");
  expect(await readFact(bot, "spin-lock")).toBe("");
});

it("names the removed facts that part of a name may mean, and restores none of them", async () => {
  await remove("spin-lock");
  await remove("rust-merged");
  const refused = await moderator.command("facts", { fact: "rust" }, "restore");
  expect(contentOf(refused)).toMatch(/one of these\?\n- `rust-merged`: .*\n- `spin-lock`: /);
  expect(await readFact(bot, "rust-merged")).toBe("");
});

it("names the links that restoring a fact does not bring back", async () => {
  await remove("spin-lock");
  await moderator.command("facts", { fact: "spin-lock" }, "restore");
  await remove("rust-merged");
  await remove("spin-lock");
  const restored = await moderator.command("facts", { fact: "rust-merged" }, "restore");
  expect(contentOf(restored)).toContain("It does not relate to `spin-lock` any more");

  const others = Array.from({ length: FACT_LIMITS.related }, (_, at) => `other-${at}`);
  await bot.ship([...FACTS, ...others.map((id) => fact({ id, title: id }))]);
  await bot.restart();
  await moderator.command("facts", { fact: "spin-lock" }, "restore");
  await edit(moderator, "rust-merged", { related: "spin-lock" }, "links");
  await remove("spin-lock");
  await edit(moderator, "rust-merged", { related: others.join("\n") }, "links");
  const unlinked = await moderator.command("facts", { fact: "spin-lock" }, "restore");
  expect(contentOf(unlinked)).toContain("a look first: `rust-merged`");
});

it("restores one fact that an upgrade took, and keeps what the same upgrade corrected in others", async () => {
  const saved = await edit(moderator, "spin-lock", { title: "Temporary" });
  await moderator.press(saved.message, "Undo");
  await edit(moderator, "rust-merged", { title: "Our title" });
  const corrected = { body: "Corrected upstream.", related: [] };
  await bot.ship(
    FACTS.filter(({ id }) => id !== "spin-lock").map((one) => ({ ...one, ...corrected })),
  );
  await bot.restart();
  expect(await readFact(bot, "spin-lock")).toBe("");
  const restored = await moderator.command("facts", { fact: "spin-lock" }, "restore");
  expect(contentOf(restored)).toContain("Restored `spin-lock`");
  expect(await readFact(bot, "spin-lock")).toContain("Spin locks have");
  await bot.restart();
  expect(await readFact(bot, "rust-merged")).toContain("Our title");
  expect(await readFact(bot, "rust-merged")).toContain("Corrected upstream.");
});

it("pages through revisions, newest first, with who, when and why, and brings any of them back", async () => {
  await edit(moderator, "spin-lock", { title: "Second", reason: "because of *this*" });
  await edit(moderator, "spin-lock", { title: "Third" });
  const newest = await moderator.command("facts", { fact: "spin-lock" }, "history");
  expect(contentOf(newest)).toContain("revision 2 of 2");
  expect(buttonOf(newest.message, "Newer").disabled).toBe(true);
  expect(buttonOf(newest.message, "Bring this back").disabled).toBe(true);
  await moderator.press(newest.message, "Older");
  const older = current(bot, newest.message);
  expect(older?.message.content).toMatch(
    new RegExp(`revision 1 of 2: edited by <@${moderator.id}>`),
  );
  expect(older?.message.content).toContain("Why: “because of \\*this\\*”");
  expect(older?.message.mentions).toEqual([]);
  await moderator.press(older, "Older");
  const shipped = current(bot, newest.message);
  expect(shipped?.message.content).toContain("as it was shipped");
  expect(buttonsOf(shipped).find(({ label }) => label === "Older")?.disabled).toBe(true);
  await moderator.press(shipped, "Bring this back");
  expect(await readFact(bot, "spin-lock")).toContain("Spin locks have a Rust abstraction");
});

it("brings nothing back over what somebody else has changed since the page was shown", async () => {
  await edit(moderator, "spin-lock", { title: "Second" });
  const page = await moderator.command("facts", { fact: "spin-lock" }, "history");
  await moderator.press(page.message, "Older");
  await edit(moderator, "spin-lock", { body: "Theirs." });
  const refused = await moderator.press(current(bot, page.message), "Bring this back");
  expect(current(bot, page.message)?.message.content ?? contentOf(refused)).toMatch(
    /^Somebody has changed this fact since you looked[\s\S]*revision 2 of 2/,
  );
  expect(await readFact(bot, "spin-lock")).toContain("Theirs.");
});

it("counts in the statistics who changed how much, without pinging them", async () => {
  await edit(moderator, "spin-lock", { title: "Second" });
  await edit(moderator, "rust-merged", { body: "Other." });
  const { message } = await moderator.command("facts", {}, "stats");
  const fields = message?.message.embeds[0]?.fields ?? [];
  expect(fields.find(({ name }) => name === "Changed most by")?.value).toBe(
    `- <@${moderator.id}>: 2 revisions`,
  );
  expect(message?.pings ?? []).toEqual([]);
});

it("refuses a revision that a tampered custom id names and the history does not have", async () => {
  await edit(moderator, "spin-lock", { title: "Second" });
  const page = await moderator.command("facts", { fact: "spin-lock" }, "history");
  for (const id of [
    "facts:history.back:spin-lock:9:1",
    "facts:undo.press:spin-lock:x",
    "facts:edit.constructor:1",
  ]) {
    const refused = await moderator.forge(page.message, id);
    expect(contentOf(refused)).toMatch(/not in the history|another version/);
  }
  expect(await readFact(bot, "spin-lock")).toContain("Second");
});

it("goes on with buttons and forms of before a restart", async () => {
  const saved = await edit(moderator, "spin-lock", { title: "Second" });
  const opened = await openForm(moderator, "spin-lock");
  await bot.restart();
  expect(contentOf(await send(moderator, opened, { body: "After." }))).toMatch(/^Saved/);
  await moderator.press(saved.message, "Undo");
  const read = await readFact(bot, "spin-lock");
  expect(read).toContain("Spin locks have a Rust abstraction");
  expect(read).toContain("After.");
});

it("hands back what was typed into a form that is not known any more", async () => {
  const opened = await openForm(moderator, "spin-lock");
  const { drive } = bot.playground;
  const sent = await drive.act(
    {
      as: moderator.id,
      in: moderator.placeId,
      type: "modal",
      exchange: opened.id,
      fields: { title: "T", body: "Typed with care.", aliases: "", tags: "", reason: "" },
    },
    { customId: "facts:edit.save:text:zzzzzzzz:spin-lock", unchecked: true },
  );
  expect(contentOf(sent)).toContain("What you typed is attached");
  const [file] = sent.message?.message.attachments ?? [];
  expect(await (await fetch(file?.url ?? "")).text()).toContain("Typed with care.");
});
