import fc from "fast-check";
import type { Fact } from "../../src/knowledge/fact.ts";
import { fact } from "./facts.ts";

export const IDS = ["fact-a", "fact-b", "fact-c", "fact-d"] as const;
const id = fc.constantFrom(...IDS);
const moderator = fc.constantFrom("ann", "bob", "eve");
const words = fc.uniqueArray(fc.constantFrom("x", "y", "z"), { maxLength: 3 });

/** An alias that any fact may be given: two that have it at once are one too many. */
const SHARED = "Shared name";

/** A change of a fact. Other names are made of the id later, so that they are nobody else's; `one` may be its title. */
const change = fc.record(
  {
    title: fc.constantFrom("one", "two"),
    body: fc.constantFrom("One.", "Two.", "Three."),
    aliases: fc.uniqueArray(fc.constantFrom("x", "y", "ONE", SHARED), { maxLength: 3 }),
    tags: words,
    related: fc.uniqueArray(id, { maxLength: 2 }),
    checked: fc.constantFrom(
      { on: "2026-01-01", against: "6.18" },
      { on: "2026-02-02", against: "6.18" },
    ),
  },
  { requiredKeys: [] },
);
type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never;

/** What a moderator sends: null stands for the removal. */
const sent = fc.record({ id, change: fc.option(change, { freq: 3 }) });
export type Sent = typeof sent extends fc.Arbitrary<infer Value> ? Value : never;

/** Something that happens to a bot and its facts. */
export const arbitraryStep = fc.oneof(
  fc.record({ kind: fc.constant("open" as const), moderator, id }),
  fc.record({ kind: fc.constant("save" as const), moderator, change }),
  fc.record({ kind: fc.constant("save" as const), moderator, change }),
  fc.record({ kind: fc.constant("edit" as const), id, change }),
  fc.record({
    kind: fc.constant("at-once" as const),
    sent: fc.array(sent, { minLength: 2, maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant("together" as const),
    sent: fc.uniqueArray(sent, { minLength: 2, maxLength: 3, selector: (one) => one.id }),
  }),
  fc.record({ kind: fc.constant("remove" as const), id }),
  fc.record({ kind: fc.constant("restore" as const), removed: fc.nat(2) }),
  fc.record({ kind: fc.constant("bring-back" as const), id, revision: fc.nat(5) }),
  fc.record({ kind: fc.constant("undo" as const), revision: fc.nat(9) }),
  fc.record({
    kind: fc.constant("import" as const),
    facts: fc.uniqueArray(fc.tuple(id, change), { maxLength: 3, selector: ([key]) => key }),
  }),
  fc.record({
    kind: fc.constant("upgrade" as const),
    facts: fc.uniqueArray(fc.tuple(id, change), { maxLength: 4, selector: ([key]) => key }),
  }),
  fc.record({ kind: fc.constant("restart" as const) }),
  fc.record({ kind: fc.constant("lose-power" as const) }),
);
export type Step = typeof arbitraryStep extends fc.Arbitrary<infer Value> ? Value : never;

/** A fact after a change: one of its own where there was none. */
export function changed(
  id: string,
  from: Fact | null,
  { title, aliases, related, ...rest }: Change,
): Fact {
  const named = (alias: string) => (alias === SHARED ? alias : `${id} ${alias}`);
  return {
    ...(from ?? fact({ id, title: `${id} new` })),
    ...(title ? { title: `${id} ${title}` } : {}),
    ...(aliases ? { aliases: aliases.map(named) } : {}),
    ...(related ? { related: related.filter((other) => other !== id) } : {}),
    ...rest,
  };
}

/** Facts that may ship together: links lead somewhere, and no name stands twice. */
export function shippable(facts: readonly Fact[]): readonly Fact[] {
  const ids = new Set(facts.map(({ id }) => id));
  const names = new Set(facts.map(({ title }) => title.toLowerCase()));
  const isNew = (name: string) => !names.has(name) && names.add(name).has(name);
  return facts.map((one) => ({
    ...one,
    aliases: one.aliases.filter((alias) => isNew(alias.toLowerCase())),
    related: one.related.filter((other) => ids.has(other)),
  }));
}

/** Whether a fact has one name twice, or one of another fact. */
export function clashes(one: Fact, facts: Iterable<Fact>): boolean {
  const others = [...facts].filter(({ id }) => id !== one.id);
  const taken = new Set(others.flatMap(namesOf));
  const own = namesOf(one);
  return new Set(own).size < own.length || own.some((name) => taken.has(name));
}

function namesOf({ title, aliases }: Fact): readonly string[] {
  return [title, ...aliases].map((name) => name.toLowerCase());
}
