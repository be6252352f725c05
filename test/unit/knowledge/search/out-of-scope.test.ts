import { expect, test } from "vitest";
import { ANSWER_FLOOR } from "../../../../src/knowledge/search/answer-floor.ts";
import { createFactIndex } from "../../../../src/knowledge/search/create-fact-index.ts";
import { createOutOfScope } from "../../../../src/knowledge/search/out-of-scope.ts";
import { fact } from "../../../support/facts.ts";

const EXAMPLES = [
  "how old is the binder maintainer",
  "how old is linus torvalds",
  "how old is the c binder driver's author",
  "what is the best ring binder for school",
];
const facts = [
  fact({
    id: "binder-maintainer",
    title: "Who maintains the Rust binder driver",
    aliases: ["binder maintainer", "who maintains the binder driver", "rust binder maintainer"],
    body: "The maintainer of the binder driver is in MAINTAINERS.",
  }),
];
const scoreOf = (query: string, examples: readonly string[] = EXAMPLES, typing = false) =>
  createFactIndex(facts, examples).search(query, { limit: 1, typing })[0]?.score ?? 0;

test("what is asked in much the same words as questions without an answer is less sure of one", () => {
  const question = "how old is the maintainer of binder";
  expect(scoreOf(question)).toBeLessThan(scoreOf(question, ["what is the weather in rome"]));
});

test("what a fact is called is sure, even if it is such a question", () => {
  expect(scoreOf("binder maintainer", [...EXAMPLES, "binder maintainer"])).toBe(1);
});

test("what a fact fits well is answered though it has words in common with such questions", () => {
  const question = "so who maintains the binder driver";
  expect(scoreOf(question)).toBeGreaterThanOrEqual(ANSWER_FLOOR);
});

test("what is still being typed is not held against them", () => {
  const typed = "how old is the maintainer of binder";
  expect(scoreOf(typed, EXAMPLES, true)).toBe(scoreOf(typed, [], true));
});

test("a question resembles itself fully, another one in part, and nothing where no word is shared", () => {
  const compare = createOutOfScope(["how old is linus torvalds", "ring binder"]);
  expect(compare("How old is Linus Torvalds?")).toBeCloseTo(1);
  expect(compare("linus")).toBeGreaterThan(0);
  expect(compare("linus")).toBeLessThan(1);
  expect(compare("mutex")).toBe(0);
});

test("facts without such questions beside them do not make the search surer", () => {
  const question = "which binder driver does the zorp use";
  expect(scoreOf(question, [])).toBeLessThan(scoreOf(question, ["weather in rome"]));
});
