import { expect, test } from "vitest";
import {
  createFactIndex,
  createFactIndexInSlices,
} from "../../../../src/knowledge/search/create-fact-index.ts";
import { fact } from "../../../support/facts.ts";

const facts = Array.from({ length: 900 }, (_, at) =>
  fact({
    id: `fact-${at}`,
    title: `Fact ${at}`,
    body: `number ${at} `.repeat(100).slice(0, 1_200),
  }),
);

test("an index built in slices pauses on the way and answers as one built at once", async () => {
  let pauses = 0;
  const sliced = await createFactIndexInSlices(facts, async () => {
    pauses += 1;
  });
  const whole = createFactIndex(facts);
  expect(pauses).toBeGreaterThanOrEqual(4);
  expect(sliced.size).toBe(900);
  expect(sliced.search("number 77", { limit: 5 })).toEqual(whole.search("number 77", { limit: 5 }));
});
