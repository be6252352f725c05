import { afterAll, beforeAll, expect, it } from "vitest";
import type { Exchange } from "../../src/playground/protocol.ts";
import { readKnowledge } from "../../src/stores/read-knowledge.ts";
import {
  buttonsOf,
  componentsOf,
  current,
  menuOf,
  startTestBot,
  type TestBot,
  type TestPerson,
} from "../support/running-bot.ts";

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot();
});
afterAll(async () => {
  expect(bot.playground.violations()).toEqual([]);
  await bot.stop();
});

const titleOf = (message: Parameters<typeof current>[1]) =>
  current(bot, message)?.message.embeds[0]?.title;
const footerOf = (message: Parameters<typeof current>[1]) =>
  current(bot, message)?.message.embeds[0]?.footer?.text;

it("leads from the topics to a page of facts, to a fact, and back", async () => {
  const member = bot.person("Member");
  const { message } = await member.command("topics");
  expect(message?.onlyFor).toBe(member.id);
  await member.choose(message, "drivers");
  expect(footerOf(message)).toMatch(/^page 1 of \d/);
  await member.press(current(bot, message), "Next");
  expect(footerOf(message)).toMatch(/^page 2 of \d/);
  const label = menuOf(current(bot, message)).options[0]?.label ?? "";
  await member.choose(current(bot, message));
  expect(titleOf(message)?.replaceAll("`", "")).toContain(label.slice(0, 20));
  await member.press(current(bot, message), "Back to the list");
  expect(footerOf(message)).toMatch(/^page 2 of \d/);
  await member.press(current(bot, message), "All topics");
  expect(titleOf(message)).toMatch(/topics$/);
});

/** The ids that the menus of a message offer, page after page, as far as **Next** goes. */
async function idsOnAllPages(person: TestPerson, { message }: Exchange): Promise<string[]> {
  expect(message?.message.embeds).toHaveLength(1);
  const ids: string[] = [];
  for (;;) {
    const shown = current(bot, message);
    const hasMenu = componentsOf(shown).some(({ type }) => type === 3);
    if (hasMenu) ids.push(...menuOf(shown).options.map(({ value }) => value));
    const next = buttonsOf(shown).find(({ label }) => label?.startsWith("Next"));
    if (!next || next.disabled) return ids;
    const turned = await person.press(shown, next.label ?? "");
    expect(turned.outcome).toBe("update");
  }
}

it("opens every topic on every page, with each of its facts on one of them", async () => {
  const member = bot.person("Member");
  const { facts, topics } = await readKnowledge("data");
  for (const { id } of topics) {
    const shown = await idsOnAllPages(member, await member.command("topics", { topic: id }));
    const wanted = facts.filter(({ topic }) => topic === id).map((fact) => fact.id);
    expect(shown.sort(), id).toEqual(wanted.sort());
  }
});

it("opens every release on every page, with each fact that begins or ends with it on one of them", async () => {
  const member = bot.person("Member");
  const { facts, releases } = await readKnowledge("data");
  for (const { version } of releases) {
    const shown = await idsOnAllPages(member, await member.command("release", { version }));
    const wanted = facts.filter(({ since, until }) => since === version || until === version);
    expect(shown.sort(), version).toEqual(wanted.map(({ id }) => id).sort());
  }
});

it("begins with the topic that was asked for", async () => {
  const member = bot.person("Member");
  const { choices } = await member.complete("topics", "topic", "lock");
  const { message } = await member.command("topics", { topic: String(choices?.[0]?.value) });
  expect(titleOf(message)).toBe("Locking and concurrency");
});

it("shows a release with its date and tools, and turns to the next one for whoever asked", async () => {
  const member = bot.person("Member");
  const { message } = await member.command("release", { version: "v6.12" });
  expect(message?.onlyFor).toBeUndefined();
  const [embed] = message?.message.embeds ?? [];
  expect(embed?.title).toBe("Linux 6.12");
  expect(embed?.description).toMatch(/17 November 2024.*long-term[\s\S]*rustc 1\.78\.0/);
  await member.press(message, "Linux 6.13 →");
  expect(titleOf(message)).toBe("Linux 6.13");

  const stranger = bot.person("Newcomer");
  const turned = await stranger.press(current(bot, message), "← Linux 6.12");
  expect(turned.message?.onlyFor).toBe(stranger.id);
  expect(titleOf(message)).toBe("Linux 6.13");
});

it.each(["6.1", "v6.1", "Linux 6.1"])(
  "completes %s to that release before those it begins",
  async (typed) => {
    const { choices } = await bot.person("Member").complete("release", "version", typed);
    expect(choices?.map(({ value }) => value).slice(0, 2)).toEqual(["6.1", "6.19"]);
  },
);

it.each(["6.18.3", "6.18-rc1"])(
  "shows the mainline release that %s belongs to, and says so",
  async (version) => {
    const member = bot.person("Member");
    const { choices } = await member.complete("release", "version", version);
    expect(choices?.map(({ value }) => value)).toEqual(["6.18"]);
    const { message } = await member.command("release", { version });
    expect(message?.message.content).toContain("this is Linux 6.18");
    expect(titleOf(message)).toBe("Linux 6.18");
  },
);

it("takes `latest` and `lts` for a release", async () => {
  const { releases } = await readKnowledge("data");
  const newest = [...releases].reverse();
  const longTerm = newest.find((release) => release.longTerm);
  const wanted = { latest: newest[0]?.version, LTS: longTerm?.version };
  for (const [typed, version] of Object.entries(wanted)) {
    const { message } = await bot.person("Member").command("release", { version: typed });
    expect(titleOf(message)).toBe(`Linux ${version}`);
  }
});

it.each(["nonsense", "???"])("says that there is no topic %s", async (topic) => {
  const { message } = await bot.person("Member").command("topics", { topic });
  expect(message?.message.content).toContain("There is no such topic.");
});

it("says which releases it knows when asked for another", async () => {
  const { message } = await bot.person("Member").command("release", { version: "2.6.32" });
  expect(message?.message.content).toMatch(
    /^Only mainline releases from Linux 6\.1 to \d\.\d+ are known/,
  );
});

it("gives a random fact of the topic asked for", async () => {
  const { message } = await bot.person("Member").command("random", { topic: "architectures" });
  expect(message?.message.embeds[0]?.footer?.text).toMatch(/Architectures$/);
});

it("says how much it knows and how it is doing", async () => {
  const { message } = await bot.person("Member").command("about");
  const fields = message?.message.embeds[0]?.fields ?? [];
  expect(fields.map(({ name }) => name)).toEqual([
    "Knowledge",
    "Freshness",
    "Privacy",
    "Health",
    "More",
  ]);
  expect(fields[0]?.value).toMatch(/^\d+ facts in \d+ topics/);
  expect(message?.message.embeds[0]?.description).toMatch(/<\/ask:\d+>/);
});

it("says what is kept about people at the press of a button, whole", async () => {
  const member = bot.person("Member");
  const { message } = await member.command("about");
  const { message: answer } = await member.press(message, "What is kept about you");
  expect(answer?.onlyFor).toBe(member.id);
  const [page] = answer?.message.embeds ?? [];
  expect(page?.title).toBe("What is kept about you");
  expect(page?.description).toMatch(/^The bot reads what you give .* nothing else: .*\n\n/);
  expect(page?.description).toMatch(/\n- \*\*You press Helpful:\*\* a count, .*\n- /);
  expect(page?.description).toMatch(/the operator's to clean up\.$/);
});

it("finds the facts that somebody's message touches on, privately", async () => {
  const member = bot.person("Member");
  const place = member.placeId;
  const about = bot.playground.drive
    .state()
    .messages.find(
      ({ message }) => message.channel_id === place && message.content.includes("pin_init!"),
    );
  const found = await member.messageCommand("Find Rust for Linux facts", about?.message.id ?? "");
  expect(found.message?.onlyFor).toBe(member.id);
  const titles = [
    found.message?.message.embeds[0]?.title,
    ...(found.message?.message.components?.length
      ? menuOf(found.message).options.map(({ label }) => label)
      : []),
  ];
  expect(titles.join("\n")).toMatch(/pin/i);
});
