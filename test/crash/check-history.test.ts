import { expect, it } from "vitest";
import type { Revision } from "../../src/knowledge/fact-store.ts";
import { type Asked, checkHistory } from "../support/crash/check-history.ts";
import { byModerator } from "../support/curating.ts";
import { fact } from "../support/facts.ts";

function edited(id: string, number: number, mark: string, before = "shipped"): Revision {
  return {
    ...byModerator,
    why: mark,
    id,
    number,
    change: mark,
    at: "2026-11-22T10:00:00.000Z",
    before: fact({ id, body: before }),
    after: fact({ id, body: mark }),
    base: null,
  };
}

const BOTH = ["one", "two"];
const KEPT = [
  edited("one", 1, "first"),
  edited("two", 1, "first"),
  edited("one", 2, "second", "first"),
];
const first: Asked = { mark: "first", facts: BOTH, answer: { id: "one", number: 1 } };
const second: Asked = { mark: "second", facts: ["one"], answer: undefined };

it("finds nothing wrong where all that was acknowledged is kept, answered or not", () => {
  expect(checkHistory(KEPT, [first, second])).toEqual({ lost: 0, damaged: 0 });
  expect(checkHistory(KEPT.slice(0, 2), [first, second])).toEqual({ lost: 0, damaged: 0 });
});

it("finds an acknowledged change that is not there, or not where the answer said", () => {
  expect(checkHistory([], [first, second])).toEqual({ lost: 1, damaged: 0 });
  const elsewhere = { ...second, answer: { id: "one", number: 3 } };
  expect(checkHistory(KEPT, [first, elsewhere])).toEqual({ lost: 1, damaged: 0 });
});

it.each<[string, readonly Revision[], readonly Asked[]]>([
  ["is there by half", KEPT.slice(0, 1), [first]],
  ["is there though refused", KEPT, [first, { ...second, answer: null }]],
  ["nobody asked for", KEPT, [first]],
  [
    "is there twice",
    [...KEPT, { ...edited("one", 3, "second", "second"), change: "again" }],
    [first, second],
  ],
  ["leaves a gap in the numbers", [edited("one", 2, "second")], [second]],
  [
    "does not follow on the text before",
    [...KEPT.slice(0, 2), edited("one", 2, "second", "other")],
    [first, second],
  ],
  [
    "has another text than was asked for",
    [{ ...edited("one", 1, "second"), after: fact({ id: "one", body: "seco" }) }],
    [second],
  ],
])("finds a change that %s", (_, kept, asked) => {
  expect(checkHistory(kept, asked).damaged).toBeGreaterThan(0);
});
