import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Fact, Source } from "../../src/knowledge/fact.ts";
import { mergeFacts, sameFact } from "../../src/knowledge/merge.ts";
import { fact } from "../support/facts.ts";
import { naiveMerge } from "../support/naive-merge.ts";

const words = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"), { maxLength: 4 });
const source: fc.Arbitrary<Source> = fc.record({
  title: fc.constantFrom("One", "Two"),
  url: fc.constantFrom("https://a.org/", "https://b.org/", "https://c.org/"),
  kind: fc.constantFrom("commit", "talk"),
});

/** Few values, so that two sides often agree, differ, or undo each other. */
const someFact: fc.Arbitrary<Fact> = fc
  .record({
    title: fc.constantFrom("First", "Second", "Third"),
    body: fc.constantFrom("One.", "Two."),
    aliases: words,
    tags: words,
    related: fc.uniqueArray(fc.constantFrom("other-one", "other-two"), { maxLength: 2 }),
    sources: fc.uniqueArray(source, { minLength: 1, selector: ({ url }) => url }),
    checked: fc.record({
      on: fc.constantFrom("2026-01-01", "2026-02-02"),
      against: fc.constantFrom("6.9", "6.10"),
    }),
    featured: fc.boolean(),
    since: fc.option(fc.constantFrom("6.1", "6.9"), { nil: undefined }),
  })
  .map(({ since, ...fields }) => fact({ ...fields, ...(since ? { since } : {}) }));

/** A fact, or none, and two changes of it. */
const sides = fc
  .record({
    base: fc.option(someFact),
    mine: fc.option(someFact),
    theirs: fc.option(someFact),
    fields: fc.array(fc.constantFrom("title", "body", "aliases", "tags", "sources", "checked")),
  })
  .map(({ base, mine, theirs, fields }) => {
    // A side that changes few fields is the common one.
    const only = (changed: Fact | null) =>
      base && changed
        ? {
            ...base,
            ...Object.fromEntries(fields.map((field) => [field, changed[field as "title"]])),
          }
        : changed;
    return { base, mine: only(mine), theirs };
  });
const RUNS = { numRuns: 2_000 };

describe("merging two changes of a fact", () => {
  it("gives what a naive merge gives, field by field", () => {
    fc.assert(
      fc.property(sides, ({ base, mine, theirs }) => {
        const merged = mergeFacts(base, mine, theirs);
        const naive = naiveMerge(base, mine, theirs);
        expect(merged.agreed ? inSets(merged.fact) : "conflict").toEqual(
          naive === "conflict" ? naive : inSets(naive),
        );
      }),
      RUNS,
    );
  });

  it("comes to the same from either side", () => {
    fc.assert(
      fc.property(sides, ({ base, mine, theirs }) => {
        const [one, other] = [mergeFacts(base, mine, theirs), mergeFacts(base, theirs, mine)];
        expect(one.agreed).toBe(other.agreed);
        if (one.agreed && other.agreed) expect(inSets(one.fact)).toEqual(inSets(other.fact));
        else expect(one).toMatchObject({ agreed: false });
      }),
      RUNS,
    );
  });

  it("gives a change itself where the other side changed nothing, or the same", () => {
    fc.assert(
      fc.property(sides, ({ base, mine }) => {
        for (const theirs of [base, mine]) {
          for (const merged of [mergeFacts(base, mine, theirs), mergeFacts(base, theirs, mine)]) {
            expect(merged.agreed && sameFact(merged.fact, mine)).toBe(true);
          }
        }
      }),
      RUNS,
    );
  });

  it("has nothing left to merge when it is done again", () => {
    fc.assert(
      fc.property(sides, ({ base, mine, theirs }) => {
        const merged = mergeFacts(base, mine, theirs);
        if (!merged.agreed) return;
        const again = mergeFacts(theirs, merged.fact, theirs);
        expect(again.agreed && sameFact(again.fact, merged.fact)).toBe(true);
      }),
      RUNS,
    );
  });

  it("changes nothing that it is given", () => {
    fc.assert(
      fc.property(sides, (given) => {
        const before = JSON.stringify(given);
        mergeFacts(given.base, given.mine, given.theirs);
        expect(JSON.stringify(given)).toBe(before);
      }),
      RUNS,
    );
  });

  it("takes an item written in another case for the same", () => {
    const base = fact({ aliases: ["kmalloc", "old"] });
    const merged = mergeFacts(
      base,
      fact({ aliases: ["kmalloc", "GFP"] }),
      fact({ aliases: ["KMALLOC", "old", "gfp"] }),
    );
    expect(merged).toMatchObject({ agreed: true, fact: { aliases: ["KMALLOC", "GFP"] } });
  });

  it("is a conflict where both together are more than a fact may hold", () => {
    const many = (letter: string) => Array.from({ length: 15 }, (_, at) => `${letter}${at}`);
    const merged = mergeFacts(fact(), fact({ aliases: many("a") }), fact({ aliases: many("b") }));
    expect(merged).toMatchObject({ agreed: false, fields: [], problems: [{ field: "aliases" }] });
  });
});

/** Order within lists is not what these promises are about. */
function inSets(value: Fact | null): unknown {
  if (value === null) return null;
  const sorted = (items: readonly unknown[]) => items.map((item) => JSON.stringify(item)).sort();
  return {
    ...value,
    aliases: sorted(value.aliases),
    tags: sorted(value.tags),
    related: sorted(value.related),
    sources: sorted(value.sources),
  };
}
