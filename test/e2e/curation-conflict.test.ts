import { expect, it } from "vitest";
import {
  CURATOR_ROLE,
  contentOf,
  edit,
  embedsOf,
  inputsOf,
  openForm,
  readFact,
  send,
  useCuratingBot,
} from "../support/curating-bot.ts";

const bot = useCuratingBot({ settings: { CURATOR_ROLE_IDS: CURATOR_ROLE } });

const BODY = "The first Rust code came with Linux 6.1. It was infrastructure only.";

it("keeps both changes when two moderators change different fields of one fact at once", async () => {
  const [one, other] = [bot.person("Moderator"), bot.person("Curator")];
  const [first, second] = [
    await openForm(one, "rust-merged"),
    await openForm(other, "rust-merged"),
  ];
  await send(one, first, { title: "Rust came with Linux 6.1", aliases: "rust merge\nfirst rust" });
  const merged = await send(other, second, { body: `${BODY} More came later.`, aliases: "merged" });
  expect(contentOf(merged)).toContain("both changes are in it");
  const read = await readFact(bot, "rust-merged");
  expect(read).toContain("Rust came with Linux 6.1");
  expect(read).toContain("More came later.");
  expect(
    inputsOf(await openForm(one, "rust-merged"))
      .aliases?.split("\n")
      .sort(),
  ).toEqual(["first rust", "merged"]);
});

it("shows both texts when the same field was changed, and loses neither", async () => {
  const [one, other] = [bot.person("Moderator"), bot.person("Curator")];
  const [first, second] = [
    await openForm(one, "rust-merged"),
    await openForm(other, "rust-merged"),
  ];
  await send(one, first, { title: "Their title", body: "Their body." });
  const refused = await send(other, second, { title: "My title", reason: "mine is better" });
  expect(contentOf(refused)).toContain("Nothing was saved");
  const shown = embedsOf(refused.message);
  expect(shown).toContain("+title: Their title");
  expect(shown).toContain("+title: My title");
  expect(await readFact(bot, "rust-merged")).toContain("Their title");

  const again = await other.press(refused.message, "Open the form again");
  expect(inputsOf(again)).toMatchObject({
    title: "My title",
    body: "Their body.",
    reason: "mine is better",
  });
  const saved = await send(other, again, {});
  expect(contentOf(saved)).toContain("revision 2");
  const read = await readFact(bot, "rust-merged");
  expect(read).toContain("My title");
  expect(read).toContain("Their body.");
});

it("hands back what was typed when the fact was removed meanwhile, and can bring it back", async () => {
  const [one, other] = [bot.person("Moderator"), bot.person("Curator")];
  const opened = await openForm(other, "spin-lock");
  const asked = await one.command("facts", { fact: "spin-lock" }, "remove");
  await send(one, await one.press(asked.message, "Remove…"), { reason: "wrong" });
  const refused = await send(other, opened, { body: "Typed with care." });
  expect(contentOf(refused)).toContain("removed this fact meanwhile");
  const again = await other.press(refused.message, "Open the form again");
  expect(inputsOf(again).body).toBe("Typed with care.");
  expect(contentOf(await send(other, again, {}))).toMatch(/^Saved/);
  expect(await readFact(bot, "spin-lock")).toContain("Typed with care.");
});

it("takes saving what is there already for success, and makes no revision of it", async () => {
  const moderator = bot.person("Moderator");
  await edit(moderator, "spin-lock", { body: "New." });
  const same = await send(moderator, await openForm(moderator, "spin-lock"), {});
  expect(contentOf(same)).toContain("nothing was changed");
  const history = await moderator.command("facts", { fact: "spin-lock" }, "history");
  expect(contentOf(history)).toContain("revision 1 of 1");
});

it("names every problem of a form at once, and opens it again with what was typed", async () => {
  const moderator = bot.person("Moderator");
  const opened = await openForm(moderator, "rust-merged", "validity");
  const typed = { since: "six", until: "6.1.2.3", status: "certain", checked: "yesterday" };
  const refused = await send(moderator, opened, typed);
  for (const field of ["Holds since", "Held until", "Status", "Checked, on", "Checked, against"]) {
    expect(contentOf(refused)).toContain(`- ${field}: must be`);
  }
  const again = await moderator.press(refused.message, "Open the form again");
  expect(inputsOf(again)).toMatchObject(typed);
});

it("names what is wrong between facts beside what is wrong in one, and neither as an effect", async () => {
  const moderator = bot.person("Moderator");
  const sent = await send(moderator, await openForm(moderator, "spin-lock", "links"), {
    sources: "article | Plain | http://lwn.net/",
    related: "rust-merged\nno-such-fact",
  });
  expect(contentOf(sent)).toContain("- Sources, line 1, url: must be an https URL");
  expect(contentOf(sent)).toContain('- Related facts: names "no-such-fact"');

  const add = await moderator.command("facts", {}, "add");
  const title = "Odd *title* `x` <@1100000000000000011>";
  const typed = {
    title,
    body: "Body.",
    topic: "history",
    sources: "article | LWN | https://lwn.net/",
  };
  expect(contentOf(await send(moderator, add, typed))).toMatch(/^Added/);
  const again = await moderator.command("facts", {}, "add");
  const refused = contentOf(await send(moderator, again, { ...typed, aliases: "rust merge" }));
  expect(refused).toContain(
    'Title: "Odd \\*title\\* \\`x\\` \\<\\@1100000000000000011\\>" is a name of',
  );
  expect(refused).toContain('Aliases: "rust merge" is a name of rust-merged too');
});

it.each(["2031-01-01 against 7.2", "2026-11-22 against 9.9"])(
  "does not take a check that cannot have been made: %s",
  async (checked) => {
    const moderator = bot.person("Moderator");
    const opened = await openForm(moderator, "spin-lock", "validity");
    const refused = contentOf(await send(moderator, opened, { checked }));
    expect(refused).toMatch(
      /- Checked, (?:on: is 2031-01-01, a day|against: names 9\.9, and no such)/,
    );
    expect(refused).not.toContain(".json");
  },
);
