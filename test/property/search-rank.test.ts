import fc from "fast-check";
import { expect, test } from "vitest";
import { createRandom } from "../../bench/support/random.ts";
import { codeOf, earnings } from "../../src/knowledge/search/posting.ts";
import {
  createPostingLists,
  mentionedList,
  namedList,
} from "../../src/knowledge/search/posting-lists.ts";
import { createRanker, type Rankable } from "../../src/knowledge/search/rank.ts";

const STEMS = 6;
const SLOTS = 3_000;
const table = earnings({ base: 1.5, perLength: 0.01 });
const order = { order: new Int32Array(SLOTS), isBefore: (a: number, b: number) => a < b };

/** A stem in about one of so many facts: rare words beside common ones are what stopping early lives on. */
const sparsities = fc.array(fc.constantFrom(2, 5, 50, 400), { minLength: STEMS, maxLength: STEMS });
const reading = fc.record({
  stem: fc.integer({ min: 0, max: STEMS - 1 }),
  worth: fc.constantFrom(0.3, 1, 3, 9),
});
const group: fc.Arbitrary<Rankable> = fc.record({
  readings: fc.uniqueArray(reading, { minLength: 1, maxLength: 3, selector: ({ stem }) => stem }),
  namesOnly: fc.constant(false),
});

test("stopping early never changes which facts are the best, or their sums", () => {
  let postingsHeld = 0;
  let postingsRead = 0;
  fc.assert(
    fc.property(
      sparsities,
      fc.array(group, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer(),
      (steps, groups, limit, seed) => {
        const postings = makePostings(steps, seed);
        const lists = createPostingLists();
        for (const { stem, slot, frequency, isNamed } of postings) {
          lists.put(isNamed ? namedList(stem) : mentionedList(stem), slot, codeOf(frequency, 60));
        }
        const work = { postings: 0, words: 0 };
        const { scores } = createRanker(lists).rank(groups, table, limit, order, work);
        const wanted = naiveSums(postings, groups)
          .sort((a, b) => b - a)
          .slice(0, limit);
        expect(scores.length).toBe(wanted.length);
        scores.forEach((score, at) => {
          expect(score).toBeCloseTo(wanted[at] ?? 0, 3);
        });
        postingsRead += work.postings;
        for (const { readings } of groups) {
          for (const { stem } of readings) {
            postingsHeld += lists.lengthOf(namedList(stem)) + lists.lengthOf(mentionedList(stem));
          }
        }
      },
    ),
    { numRuns: 150, seed: 1 },
  );
  expect(postingsRead).toBeLessThan(postingsHeld * 0.95);
});

function makePostings(steps: readonly number[], seed: number) {
  const random = createRandom(seed);
  return steps.flatMap((step, stem) =>
    Array.from({ length: SLOTS }, (_, slot) => ({ stem, slot })).flatMap((place) =>
      random.int(step) > 0
        ? []
        : [{ ...place, frequency: 1 + random.int(12), isNamed: random.chance(0.2) }],
    ),
  );
}

type Posting = { stem: number; slot: number; frequency: number };

/** Every fact's sum, from every posting: of each group the best reading. */
function naiveSums(postings: readonly Posting[], groups: readonly Rankable[]): number[] {
  const sums = new Map<number, number>();
  for (const { readings } of groups) {
    const best = new Map<number, number>();
    for (const { stem, worth } of readings) {
      for (const one of postings) {
        if (one.stem !== stem) continue;
        const value = worth * (table[codeOf(one.frequency, 60)] ?? 0);
        best.set(one.slot, Math.max(best.get(one.slot) ?? 0, value));
      }
    }
    for (const [slot, value] of best) sums.set(slot, (sums.get(slot) ?? 0) + value);
  }
  return [...sums.values()];
}
