import { expect, test } from "vitest";
import type { Examples } from "../../../../src/knowledge/fact-index.ts";
import { ANSWER_FLOOR } from "../../../../src/knowledge/search/answer-floor.ts";
import { createFactIndex } from "../../../../src/knowledge/search/create-fact-index.ts";
import { readExamples } from "../../../../src/knowledge/search/example-words.ts";
import { createScope } from "../../../../src/knowledge/search/scope.ts";
import { termsOf } from "../../../../src/knowledge/search/tokenize.ts";
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
const scopeFor = (examples: Examples) => {
  const read = readExamples(examples);
  const scopeOf = createScope(read);
  return (query: string) => scopeOf(read.wordsOf(termsOf(query), () => undefined));
};
const scoreOf = (query: string, examples: readonly string[] = EXAMPLES, typing = false) =>
  createFactIndex(facts, { outOfScope: examples }).search(query, { limit: 1, typing })[0]?.score ??
  0;

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
  const scopeOf = scopeFor({ outOfScope: ["how old is linus torvalds", "ring binder"] });
  expect(scopeOf("How old is Linus Torvalds?").resemblance).toBeCloseTo(1);
  expect(scopeOf("linus").resemblance).toBeGreaterThan(0);
  expect(scopeOf("linus").resemblance).toBeLessThan(1);
  expect(scopeOf("mutex").resemblance).toBe(0);
});

test("words tell by how much more often they stand in questions of the one kind", () => {
  const answered = new Map([["lock", ["which lock spins now", "which lock sleeps now"]]]);
  const scopeOf = scopeFor({
    answered,
    outOfScope: ["which ring binder now", "which weather now"],
  });
  const likelihoodOf = (word: string) => scopeOf(`zorp ${word} zorp`).likelihood;
  expect(likelihoodOf("locks")).toBeGreaterThan(likelihoodOf("spins"));
  expect(likelihoodOf("spins")).toBeGreaterThan(0);
  expect(likelihoodOf("which")).toBeCloseTo(0);
  expect(likelihoodOf("weather")).toBeLessThan(0);
});

test("neighbours tell what the same words apart do not", () => {
  const answered = new Map([["calls", ["can rust call c"]]]);
  const scopeOf = scopeFor({ answered, outOfScope: ["can c call rust"] });
  expect(scopeOf("rust call").likelihood).toBeGreaterThan(0);
  expect(scopeOf("c call").likelihood).toBeLessThan(0);
  expect(scopeOf("can c call rust").resemblance).toBeCloseTo(1);
  expect(scopeOf("can rust call c").resemblance).toBeLessThan(1);
});

test("what is asked in words of questions that have an answer is surer of one", () => {
  const question = "who is in charge of the binder driver";
  const scoreWith = (answered: ReadonlyMap<string, readonly string[]>) =>
    createFactIndex(facts, { answered, outOfScope: EXAMPLES }).search(question, { limit: 1 })[0]
      ?.score ?? 0;
  const asked = ["who takes care of binder", "who is in charge of android's driver"];
  expect(scoreWith(new Map([["gone", asked]]))).toBeGreaterThan(
    scoreWith(new Map([["gone", ["which lock spins"]]])),
  );
});

test("facts without such questions beside them do not make the search surer", () => {
  const question = "which binder driver does the zorp use";
  expect(scoreOf(question, [])).toBeLessThan(scoreOf(question, ["weather in rome"]));
});
