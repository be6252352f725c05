import fc from "fast-check";
import { expect, test } from "vitest";
import { createFactIndex } from "../../src/knowledge/search/create-fact-index.ts";
import { arbitraryFact } from "../support/arbitrary-fact.ts";
import { fact } from "../support/facts.ts";
import { ODD_TEXTS } from "../support/odd-texts.ts";

const TEXT_MAX_LENGTH = 6_000;
/** The words of a query, times the readings of a word, times its two lists: see `docs/search.md`. */
const POSTINGS_PER_FACT_MAX = 48 * 14 * 2;

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc.constantFrom(...Object.values(ODD_TEXTS)),
  fc
    .tuple(fc.string({ maxLength: 12 }), fc.integer({ min: 1, max: TEXT_MAX_LENGTH }))
    .map(([part, length]) =>
      part.repeat(Math.ceil(length / Math.max(1, part.length))).slice(0, length),
    ),
  fc
    .array(fc.string({ minLength: 1, maxLength: 9 }), { maxLength: 900 })
    .map((words) => words.join(" ")),
);

test("any text whatever, up to 6,000 characters, is answered with ordered scores and bounded work", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(arbitraryFact, { maxLength: 8, selector: ({ id }) => id }),
      fc.array(anyText, { minLength: 1, maxLength: 8 }),
      fc.boolean(),
      (facts, texts, typing) => {
        const index = createFactIndex(facts);
        const repeated = facts.map(({ title }) =>
          `${title} `.repeat(TEXT_MAX_LENGTH).slice(0, TEXT_MAX_LENGTH),
        );
        for (const text of [...texts, ...repeated]) {
          const work = { postings: 0, words: 0 };
          const scores = index.search(text, { limit: 5, typing, work }).map(({ score }) => score);
          expect(scores.every((score) => score > 0 && score <= 1)).toBe(true);
          expect(scores).toEqual([...scores].sort((a, b) => b - a));
          expect(work.postings).toBeLessThanOrEqual(POSTINGS_PER_FACT_MAX * facts.length);
        }
      },
    ),
    { numRuns: 100 },
  );
});

test("what a long text takes is what its beginning takes", () => {
  const words = Array.from({ length: 600 }, (_, at) => `word${at}`);
  const index = createFactIndex(words.map((word) => fact({ id: word, title: word })));
  const beginning = { postings: 0, words: 0 };
  index.search(words.slice(0, 60).join(" "), { limit: 5, work: beginning });
  const whole = { postings: 0, words: 0 };
  index.search(words.join(" "), { limit: 5, work: whole });
  expect(beginning.postings).toBeGreaterThan(0);
  expect(whole).toEqual(beginning);
});
