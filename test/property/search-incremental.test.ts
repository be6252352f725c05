import fc from "fast-check";
import { expect, test } from "vitest";
import type { Fact } from "../../src/knowledge/fact.ts";
import type { FactIndex } from "../../src/knowledge/fact-index.ts";
import { createFactIndex } from "../../src/knowledge/search/create-fact-index.ts";
import { fact } from "../support/facts.ts";

const WORDS = [
  ..."lock locks locking spinlock mutex pin pinned pin_init SpinLock RISC-V riscv 6.1 6.10 v6.10 the of".split(
    " ",
  ),
  ..."allocate allocator allocation driver drivers binder kernel kernels rust rustc module".split(
    " ",
  ),
];
/** More words that begin alike, and that are one edit from `albx`, than a query is completed or corrected to. */
const ALIKE = [..."abcdefghijklmnop"].map((letter) => `alb${letter}`);
const QUERIES = [
  ...["lock", "spin lock", "loking", "risc v", "6.1", "6.10", "which rustc does 6.10 need", "the"],
  ...["alloc", "al", "a", "rustmodule", "binder drivr", "pin_init!", "fact-3", "the lock of rust"],
  ...["what spins", "when is it pinned"],
  ...["alb", "albx", "albxq rust"],
];

/** Questions that some of the facts answer, whether they are there or not. */
const answered = new Map([
  ["fact-1", ["which lock spins", "what is a mutex for"]],
  ["fact-5", ["how do I allocate in a driver", "the albx of rust"]],
  ["fact-9", ["when was the kernel pinned"]],
]);

const text = (words: number) =>
  fc
    .array(fc.constantFrom(...WORDS, ...ALIKE), { minLength: 1, maxLength: words })
    .map((list) => list.join(" "));

const factId = fc.integer({ min: 1, max: 12 }).map((number) => `fact-${number}`);

const someFact: fc.Arbitrary<Fact> = fc
  .record({
    id: factId,
    title: text(5),
    body: text(25),
    aliases: fc.array(text(3), { maxLength: 3 }),
    tags: fc.array(fc.constantFrom(...WORDS), { maxLength: 2 }),
    related: fc.uniqueArray(factId, { maxLength: 4 }),
  })
  .map(fact);

const step = fc.oneof(
  fc.record({ kind: fc.constantFrom("add", "replace"), fact: someFact }),
  fc.record({ kind: fc.constant("remove"), fact: someFact }),
);

test("an index that was edited answers as one built of the same facts, whatever the edits", () => {
  fc.assert(
    fc.property(
      fc.array(someFact, { maxLength: 10 }),
      fc.array(step, { maxLength: 40 }),
      (first, steps) => {
        const held = new Map(first.map((one) => [one.id, one]));
        const edited = createFactIndex(held.values(), { answered });
        for (const { kind, fact: one } of steps) apply(kind, one, edited, held);
        const fresh = createFactIndex([...held.values()].reverse(), { answered });
        expect(edited.size).toBe(held.size);
        for (const query of QUERIES) {
          for (const typing of [true, false]) {
            expect(answers(edited, query, typing)).toEqual(answers(fresh, query, typing));
          }
        }
      },
    ),
    { numRuns: 150 },
  );
});

function apply(kind: string, one: Fact, index: FactIndex, held: Map<string, Fact>): void {
  if (kind === "remove") {
    index.remove(one.id);
    held.delete(one.id);
    return;
  }
  if (held.has(one.id)) index.replace(one);
  else index.add(one);
  held.set(one.id, one);
}

function answers(index: FactIndex, query: string, typing: boolean) {
  return index
    .search(query, { limit: 4, typing })
    .map((match) => `${match.fact.id} ${match.score} ${match.fact.title}`);
}
