import fc from "fast-check";
import { expect, test } from "vitest";
import { codeOf, earnings } from "../../src/knowledge/search/posting.ts";
import {
  createPostingLists,
  mentionedList,
  namedList,
} from "../../src/knowledge/search/posting-lists.ts";
import { createRanker, type Rankable } from "../../src/knowledge/search/rank.ts";

const STEMS = 6;
const table = earnings({ base: 1.5, perLength: 0.01 });

const posting = fc.record({
  stem: fc.integer({ min: 0, max: STEMS - 1 }),
  slot: fc.integer({ min: 0, max: 400 }),
  frequency: fc.integer({ min: 1, max: 12 }),
  isNamed: fc.boolean(),
});
const reading = fc.record({
  stem: fc.integer({ min: 0, max: STEMS - 1 }),
  worth: fc.double({ min: 0.1, max: 9, noNaN: true }),
});
const group = fc.record({
  readings: fc.uniqueArray(reading, { minLength: 1, maxLength: 3, selector: ({ stem }) => stem }),
  namesOnly: fc.constant(false),
});

test("stopping early never changes which facts are the best, or their sums", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(posting, { maxLength: 900, selector: ({ stem, slot }) => `${stem}:${slot}` }),
      fc.array(group, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 1, max: 12 }),
      (postings, groups, limit) => {
        const lists = createPostingLists();
        for (const { stem, slot, frequency, isNamed } of postings) {
          lists.put(isNamed ? namedList(stem) : mentionedList(stem), slot, codeOf(frequency, 60));
        }
        const order = { order: new Int32Array(401), isBefore: (a: number, b: number) => a < b };
        const { scores } = createRanker(lists).rank(groups, table, limit, order, {
          postings: 0,
          words: 0,
        });
        const wanted = naiveSums(postings, groups)
          .sort((a, b) => b - a)
          .slice(0, limit);
        expect(scores.length).toBe(wanted.length);
        scores.forEach((score, at) => {
          expect(score).toBeCloseTo(wanted[at] ?? 0, 3);
        });
      },
    ),
    { numRuns: 300 },
  );
});

type Posting = { stem: number; slot: number; frequency: number };

/** Every fact's sum, from every posting: of each group the best reading. */
function naiveSums(postings: readonly Posting[], groups: readonly Rankable[]): number[] {
  const sums = new Map<number, number>();
  for (const { readings } of groups) {
    const best = new Map<number, number>();
    for (const { stem, worth } of readings) {
      for (const one of postings.filter((other) => other.stem === stem)) {
        const value = worth * (table[codeOf(one.frequency, 60)] ?? 0);
        best.set(one.slot, Math.max(best.get(one.slot) ?? 0, value));
      }
    }
    for (const [slot, value] of best) sums.set(slot, (sums.get(slot) ?? 0) + value);
  }
  return [...sums.values()];
}
