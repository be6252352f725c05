import { afterAll, beforeAll, expect, it } from "vitest";
import type { Fact } from "../../src/knowledge/fact.ts";
import type { Exchange, ShownMessage } from "../../src/playground/protocol.ts";
import { DEFAULT_WORLD } from "../../src/playground/world/default-world.ts";
import type { World } from "../../src/playground/world/world.ts";
import {
  CURATOR_ROLE,
  type CuratingBot,
  contentOf,
  edit,
  embedsOf,
  FACTS,
  filesOf,
  openForm,
  send,
  startCuratingBot,
} from "../support/curating-bot.ts";
import { buttonsOf, current, menuOf, type TestPerson } from "../support/running-bot.ts";

/** Somebody in a place, who may send whatever a modified client could. */
interface Actor {
  readonly name: string;
  readonly as: string;
  readonly in: string;
}

/** A way in to what curators do: how somebody tries it, on what a curator has before them. */
interface Way {
  readonly name: string;
  try(actor: Actor): Promise<Exchange>;
}

type Fields = Readonly<Record<string, string | readonly string[]>>;

const REFUSED = /^Only curators can do this/;

let bot: CuratingBot;
let moderator: TestPerson;
let curatorRoles: string[];
/** A message that everybody sees, to press forged buttons on. */
let publicMessage: ShownMessage | undefined;

beforeAll(async () => {
  curatorRoles = [CURATOR_ROLE];
  bot = await startCuratingBot({
    settings: { CURATOR_ROLE_IDS: CURATOR_ROLE },
    world: worldWith(curatorRoles),
    facts: facts(),
  });
  moderator = bot.person("Moderator");
  publicMessage = (await bot.person("Member").command("fact", { name: "rust-merged" })).message;
});
afterAll(() => bot.stop());

/** Facts that nobody has checked for long. */
function facts(body?: string): readonly Fact[] {
  const checked = { on: "2020-01-01", against: "6.1" };
  return FACTS.map((fact) => ({ ...fact, ...(body ? { body } : {}), checked }));
}

/** The default world, in which the curator's roles can change. */
function worldWith(roles: readonly string[]): World {
  const [curating, ...others] = DEFAULT_WORLD.guilds;
  const curator = DEFAULT_WORLD.people.find(({ name }) => name === "Curator")?.id;
  const members = curating.members.map((member) =>
    member.person === curator ? { ...member, roles } : member,
  );
  return { ...DEFAULT_WORLD, guilds: [{ ...curating, members }, ...others] };
}

function actor(name: string, place: string): Actor {
  const { id, placeId } = bot.person(name, place);
  return { name: `${name} in ${place}`, as: id, in: placeId };
}

function inDm(name: string): Actor {
  const { people, places } = bot.playground.drive.state();
  const id = people.find((person) => person.name === name)?.id ?? "";
  const dm = places.find(({ kind, people: in_ }) => kind === "bot-dm" && in_.includes(id));
  return { name: `${name} in the bot's DM`, as: id, in: dm?.id ?? "" };
}

const { forge, submit, command, complete } = {
  forge: (who: Actor, customId: string, values?: readonly string[]) =>
    bot.playground.drive.act(
      {
        as: who.as,
        in: who.in,
        type: "component",
        message: publicMessage?.message.id ?? "",
        customId,
        ...(values ? { values } : {}),
      },
      { unchecked: true },
    ),
  /** Sends off a modal that a curator has opened. */
  submit: (who: Actor, opened: Exchange, fields: Fields) =>
    bot.playground.drive.act(
      { as: who.as, in: who.in, type: "modal", exchange: opened.id, fields },
      { unchecked: true },
    ),
  command: (who: Actor, subcommand: string, options: Readonly<Record<string, string>> = {}) =>
    bot.playground.drive.act(
      { as: who.as, in: who.in, type: "command", command: "facts", subcommand, options },
      { unchecked: true },
    ),
  complete: (who: Actor, subcommand: string, typed: string) =>
    bot.playground.drive.act(
      {
        as: who.as,
        in: who.in,
        type: "autocomplete",
        command: "facts",
        subcommand,
        options: { fact: typed },
        focused: "fact",
      },
      { unchecked: true },
    ),
};

/** The custom ids on a message, by what a curator sees of them. */
function idsOn(message: ShownMessage | undefined): Map<string, string> {
  const ids = new Map(buttonsOf(message).map(({ label = "", custom_id }) => [label, custom_id]));
  try {
    ids.set("menu", menuOf(message).custom_id);
  } catch {
    // A message without a menu.
  }
  return ids;
}

/** Prepares, as a curator, something of every kind, and lists each way in to what can be done with it. */
async function waysIn(): Promise<readonly Way[]> {
  const member = bot.person("Member");
  const newcomer = bot.person("Newcomer");
  await send(member, await member.command("suggest"), { text: "Say more of the rust merge." });
  const answer = await newcomer.command("ask", { question: "rust merge" });
  await send(newcomer, await newcomer.press(answer.message, "Wrong or outdated"), {
    text: "Is it?",
  });
  await member.command("ask", { question: "What is a Frobnicator?" });
  await edit(moderator, "rust-merged", { body: "Ours." });
  await bot.ship(facts("Shipped anew."));
  await bot.restart();

  const saved = await edit(moderator, "spin-lock", { title: "Another title" });
  const refused = await send(moderator, await openForm(moderator, "spin-lock"), {
    body: "```",
  });
  const form = await openForm(moderator, "spin-lock");
  const history = await moderator.command("facts", { fact: "spin-lock" }, "history");
  const removal = await moderator.command("facts", { fact: "spin-lock" }, "remove");
  const stale = await moderator.command("facts", {}, "stale");
  const staleList = idsOn(stale.message);
  await moderator.choose(stale.message, "rust-merged");
  const staleFact = idsOn(current(bot, stale.message));
  const queue = await moderator.command("facts", {}, "queue");
  const item = idsOn(queue.message);
  const turned = await moderator.command("facts", {}, "queue");
  await moderator.press(turned.message, "Next");
  const report = idsOn(current(bot, turned.message));
  await moderator.press(current(bot, turned.message), "Next");
  const upstream = idsOn(current(bot, turned.message));
  const gaps = await moderator.command("facts", {}, "gaps");
  const gapList = idsOn(gaps.message);
  await moderator.choose(gaps.message);
  const gap = idsOn(current(bot, gaps.message));
  const add = await moderator.command("facts", {}, "add");

  const button = (name: string, id: string | undefined, values?: readonly string[]): Way => ({
    name,
    try: (who) => forge(who, id ?? "missing", values),
  });
  const modal = (name: string, opened: Exchange, fields: Fields): Way => ({
    name,
    try: (who) => submit(who, opened, fields),
  });
  const slash = (name: string, options: Record<string, string> = {}): Way => ({
    name: `/facts ${name}`,
    try: (who) => command(who, name, options),
  });
  const typed = { title: "Forged", body: "Forged.", aliases: "", tags: "", reason: "" };
  return [
    slash("add"),
    slash("edit", { fact: "spin-lock" }),
    slash("remove", { fact: "spin-lock" }),
    slash("restore", { fact: "spin-lock" }),
    slash("history", { fact: "spin-lock" }),
    slash("verify", { fact: "spin-lock" }),
    slash("stale"),
    slash("queue"),
    slash("gaps"),
    slash("stats"),
    slash("export"),
    slash("import"),
    button("restore, after a look", "facts:restore.press:spin-lock:3"),
    button("undo", idsOn(saved.message).get("Undo")),
    button("reopen a form", idsOn(refused.message).get("Open the form again")),
    modal("save a form", form, typed),
    modal("save a new fact", add, {
      title: "Forged",
      body: "Forged.",
      aliases: "",
      topic: ["history"],
      sources: "article | Forged | https://lwn.net/",
    }),
    button("page of the history", idsOn(history.message).get("Older")),
    button("bring back", "facts:history.back:spin-lock:0"),
    button("remove", idsOn(removal.message).get("Remove…")),
    modal("remove, with a reason", await moderator.press(removal.message, "Remove…"), {
      reason: "forged",
    }),
    button("open a stale fact", staleList.get("menu"), ["rust-merged"]),
    button("skip a stale fact", "facts:stale.show:rust-merged:0"),
    button("edit a stale fact", staleFact.get("menu"), ["text"]),
    button("verify a stale fact", staleFact.get("It is right")),
    button("open the queue", item.get("Next") ?? "facts:queue.open:none"),
    button("choose a fact for a suggestion", item.get("menu"), ["spin-lock"]),
    button("write a fact of a suggestion", item.get("Write a fact…")),
    button("name a fact for a suggestion", item.get("Edit another fact…")),
    button("edit a fact for a report", report.get("menu"), ["text"]),
    button("say that a reported fact is right", report.get("The fact is right")),
    button("edit a fact that was shipped anew", upstream.get("menu"), ["text"]),
    button("take the shipped text", upstream.get("Take the shipped text")),
    button("keep our text", upstream.get("Keep ours")),
    button("block an author", item.get("Block author")),
    button("reject", item.get("Reject…")),
    modal("reject, with a reason", await moderator.press(queue.message, "Reject…"), {
      reason: "forged",
    }),
    button("open a gap", gapList.get("menu"), ["none"]),
    button("write a fact of a gap", gap.get("Write a fact…")),
    button("make a gap an alias", gap.get("Alias of another fact…")),
    modal(
      "make a gap an alias, named",
      await moderator.press(current(bot, gaps.message), "Alias of another fact…"),
      { alias: "forged", fact: "spin-lock" },
    ),
    button("dismiss a gap", gap.get("Dismiss")),
    button("unblock an author", "facts:stats.unblock", [bot.person("Member").id]),
    button("confirm an import", "facts:import.confirm:abcdefgh"),
  ];
}

/** All that curators can change, as they see it. */
async function everything(): Promise<string> {
  const exported = await moderator.command("facts", { revisions: true }, "export");
  const files = [...(await filesOf(exported.message)).values()].join();
  const seen = await Promise.all(
    ["queue", "gaps", "stats"].map((name) => moderator.command("facts", {}, name)),
  );
  const shown = seen.map(({ message }) =>
    [embedsOf(message), JSON.stringify(message?.message.embeds), [...idsOn(message)]].join(),
  );
  return [files.replace(/"exported": "[^"]*"/, ""), ...shown].join("\n");
}

it("lets curators alone do what curators do, on every way in", async () => {
  const ways = await waysIn();
  const lost = actor("Curator", "help");
  const strangers = [
    { ...actor("Member", "help"), column: "member" },
    { ...actor("Helper", "help"), column: "Manage Messages" },
    { ...actor("Moderator elsewhere", "lobby"), column: "mod elsewhere" },
    { ...inDm("Newcomer"), column: "DM" },
    { ...inDm("Moderator"), column: "moderator's DM" },
    { ...actor("Newcomer", "open"), column: "user install" },
    { ...lost, column: "role lost" },
  ];
  curatorRoles.length = 0;
  const before = await everything();
  const table: Record<string, Record<string, string>> = {};
  for (const way of ways) {
    const row: Record<string, string> = {};
    for (const { column, ...stranger } of strangers) {
      const content = contentOf(await way.try(stranger).catch(explain));
      row[column] = REFUSED.test(content) ? "refused" : content || "let in";
    }
    table[way.name] = row;
  }
  expect(await everything()).toBe(before);

  curatorRoles.push(CURATOR_ROLE);
  for (const way of ways) {
    const row = table[way.name] ?? {};
    for (const [column, who] of [
      ["by permission", actor("Moderator", "help")],
      ["by role", actor("Curator", "help")],
    ] as const) {
      const exchange = await way.try(who).catch(explain);
      row[column] = REFUSED.test(contentOf(exchange)) ? "refused" : "let in";
    }
  }
  console.table(table);
  for (const [name, row] of Object.entries(table)) {
    for (const { column } of strangers) expect([name, column, row[column]]).toContain("refused");
    expect([name, row["by permission"], row["by role"]]).toEqual([name, "let in", "let in"]);
  }
  expect(bot.log.filter((line) => line.includes('"level":50'))).toEqual([]);
  expect(bot.playground.violations()).toEqual([]);
  expect(bot.log.filter((line) => line.includes('"msg":"refused"')).length).toBeGreaterThanOrEqual(
    ways.length * strangers.length,
  );
});

/** What a test cannot even send must not pass for a refusal of the bot's. */
function explain(error: unknown): never {
  throw new Error(`not sent: ${error instanceof Error ? error.message : String(error)}`);
}

it.each(["restore", "edit", "history", "remove", "verify"])(
  "completes nothing of /facts %s for who is no curator, and logs that they tried",
  async (subcommand) => {
    const refusals = () => bot.log.filter((line) => line.includes('"code":"not-allowed"')).length;
    const before = refusals();
    for (const who of [actor("Member", "help"), actor("Helper", "help"), inDm("Newcomer")]) {
      expect((await complete(who, subcommand, "rust")).choices).toEqual([]);
    }
    if (subcommand !== "restore") {
      const { choices } = await complete(actor("Curator", "help"), subcommand, "rust");
      expect(choices?.length).toBeGreaterThan(0);
    }
    expect(refusals()).toBe(before + 3);
  },
);

it("registers /facts in the curating server alone, and hides it behind Manage Server without roles", async () => {
  const commands = () =>
    bot.playground.drive.state().commands.filter(({ name }) => name === "facts");
  expect(commands().map((one) => [one.guild_id, one.default_member_permissions])).toEqual([
    [bot.playground.guildId, null],
  ]);
  await bot.restart({ CURATOR_ROLE_IDS: "" });
  expect(commands()[0]?.default_member_permissions).toBe("32");
});

it("takes /facts back from a server that is dropped from the setting", async () => {
  await bot.restart({ CURATOR_GUILD_IDS: "1100000000000000200" });
  const guilds = bot.playground.drive
    .state()
    .commands.filter(({ name }) => name === "facts")
    .map(({ guild_id }) => guild_id);
  expect(guilds).toEqual(["1100000000000000200"]);
  const tried = await command(actor("Moderator", "help"), "queue");
  expect(contentOf(tried)).toMatch(REFUSED);
});
