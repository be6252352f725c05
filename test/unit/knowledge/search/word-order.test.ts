import { expect, test } from "vitest";
import { createFactIndex } from "../../../../src/knowledge/search/create-fact-index.ts";
import { fact } from "../../../support/facts.ts";

const intoC = fact({
  id: "into-c",
  title: "Calls between the languages, one way",
  aliases: ["rust calls c", "how rust calls c"],
});
const intoRust = fact({
  id: "into-rust",
  title: "Calls between the languages, the other way",
  aliases: ["c calls rust", "how c calls rust"],
});
const index = createFactIndex([intoC, intoRust]);
const best = (query: string) => index.search(query, { limit: 2 })[0]?.fact.id;

test.each([
  ["can rust call c here", "into-c"],
  ["can c call rust here", "into-rust"],
  ["when rust calls c", "into-c"],
  ["when c calls rust", "into-rust"],
])("the same words in another order ask something else: %s", (query, id) => {
  expect(best(query)).toBe(id);
});

test.each([
  ["spinlok inside mutex please", "outer-spin"],
  ["mutex inside spinlok please", "outer-mutex"],
])("a misspelt word keeps its neighbours: %s", (query, id) => {
  const within = createFactIndex([
    fact({
      id: "outer-spin",
      title: "Nested locks",
      aliases: ["spinlock inside mutex"],
    }),
    fact({
      id: "outer-mutex",
      title: "Nested locks",
      aliases: ["mutex inside spinlock"],
    }),
  ]);
  expect(within.search(query, { limit: 1 })[0]?.fact.id).toBe(id);
});
