import { expect, test } from "vitest";
import { createFactIndex } from "../../../../src/knowledge/search/create-fact-index.ts";
import { fact } from "../../../support/facts.ts";

const index = createFactIndex([
  fact({
    id: "pin-init-what",
    title: "pin-init builds structures in place",
    aliases: ["pin-init"],
  }),
  fact({
    id: "pin-init-macro",
    title: "`pin_init!` initialises",
    body: "pin-init, pin-init, pin-init",
  }),
  fact({
    id: "rust-merged",
    title: "Rust was merged for Linux 6.1",
    aliases: ["when was rust merged"],
  }),
  fact({
    id: "merged-twice",
    title: "A merge",
    body: "When was Rust merged? Rust was merged for 6.1.",
  }),
]);
const first = (query: string) => index.search(query, { limit: 3 })[0];

test.each([
  ["an id", "pin-init-macro", "pin-init-macro"],
  ["a title, whatever its case", "RUST was Merged for Linux 6.1", "rust-merged"],
  ["an alias, whatever its punctuation", "When was Rust merged?", "rust-merged"],
  ["an alias that others say more often", "pin init", "pin-init-what"],
])("%s that is typed exactly comes first, and is sure", (_what, query, id) => {
  expect(first(query)).toMatchObject({ fact: { id }, score: 1 });
});

test("what is not a fact's name is never quite sure", () => {
  expect(first("rust merged 6.1")?.score).toBeLessThan(1);
});

test("a word of the title is worth more than one of the body", () => {
  const facts = [
    fact({ id: "mentions", title: "Something else", body: "It has a completion." }),
    fact({ id: "is-titled", title: "A completion", body: "It has something else." }),
  ];
  const ids = createFactIndex(facts).search("completion wait", { limit: 2 });
  expect(ids.map((match) => match.fact.id)).toEqual(["is-titled", "mentions"]);
});
