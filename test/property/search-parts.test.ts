import fc from "fast-check";
import { expect, test } from "vitest";
import { editDistance } from "../../src/knowledge/search/edit-distance.ts";
import { codeOf, postingOf, slotOf } from "../../src/knowledge/search/posting.ts";
import { createPostingLists } from "../../src/knowledge/search/posting-lists.ts";
import { createSpelling } from "../../src/knowledge/search/spelling.ts";

const word = fc.stringMatching(/^[abcd]{1,10}$/);

test("the edit distance is that of the textbook, up to where counting stops", () => {
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 2 }), (a, b, most) => {
      expect(editDistance(a, b, most)).toBe(Math.min(naiveDistance(a, b), most + 1));
    }),
    { numRuns: 2_000 },
  );
});

test("spelling finds every word within two edits, and none that is gone", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.stringMatching(/^[abc]{3,7}$/), { maxLength: 60 }),
      fc.stringMatching(/^[abc]{3,7}$/),
      fc.integer({ min: 1, max: 2 }),
      (texts, query, most) => {
        const spelling = createSpelling((at) => texts[at] ?? "");
        texts.forEach((text, at) => {
          spelling.add(at, text);
        });
        const kept = texts.filter((text, at) => {
          if (at % 3 === 0) spelling.remove(at, text);
          return at % 3 !== 0;
        });
        const found: string[] = [];
        spelling.near(query, most, (at) => found.push(texts[at] ?? ""));
        const near = kept.filter((text) => naiveDistance(text, query) <= most);
        expect(found.sort()).toEqual(near.sort());
      },
    ),
    { numRuns: 300 },
  );
});

test("posting lists hold what was put in and not taken out, in order", () => {
  const step = fc.record({
    list: fc.integer({ min: 0, max: 5 }),
    slot: fc.integer({ min: 0, max: 40 }),
    frequency: fc.integer({ min: 1, max: 300 }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
      const lists = createPostingLists();
      const model = new Map<string, number>();
      for (const { list, slot, frequency } of steps) {
        const key = `${list}:${slot}`;
        const code = codeOf(frequency, 40);
        if (model.delete(key)) lists.take(list, slot);
        else {
          model.set(key, code);
          lists.put(list, slot, code);
        }
      }
      for (let list = 0; list <= 5; list += 1) {
        const from = lists.startOf(list);
        const held = [...lists.pool().slice(from, from + lists.lengthOf(list))];
        const wanted = [...model]
          .filter(([key]) => key.startsWith(`${list}:`))
          .map(([key, code]) => postingOf(Number(key.split(":")[1]), code))
          .sort((a, b) => a - b);
        expect(held).toEqual(wanted);
        for (const posting of wanted) expect(lists.find(list, slotOf(posting))).toBeGreaterThan(0);
      }
    }),
    { numRuns: 300 },
  );
});

/** The whole matrix of optimal string alignment, cell by cell. */
function naiveDistance(a: string, b: string): number {
  const cells = new Map<string, number>();
  const at = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j;
    const key = `${i},${j}`;
    const known = cells.get(key);
    if (known !== undefined) return known;
    const same = a[i - 1] === b[j - 1] ? 0 : 1;
    const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    const value = Math.min(
      at(i - 1, j) + 1,
      at(i, j - 1) + 1,
      at(i - 1, j - 1) + same,
      swapped ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
    );
    cells.set(key, value);
    return value;
  };
  return at(a.length, b.length);
}
