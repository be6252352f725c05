import { expect, test } from "vitest";
import { createFactIndex } from "../../src/knowledge/search/create-fact-index.ts";
import { readKnowledge } from "../../src/stores/read-knowledge.ts";
import { ask, measure, type Question } from "./suite.ts";

/** Each so many of the questions that facts are known to answer. */
const STEP = 8;

const knowledge = await readKnowledge("data");
const index = createFactIndex(knowledge.facts, knowledge);
const known: readonly Question[] = [...knowledge.answered]
  .flatMap(([id, questions]) => questions.map((q) => ({ q, ids: [id], kind: "known" })))
  .filter((_question, at) => at % STEP === 0);

test.each([
  ["as it is written", (words: readonly string[]) => words, { first: 0.98, abstains: 0.005 }],
  ["after a greeting", (words) => ["hey", "all,", ...words], { first: 0.97, abstains: 0.005 }],
  ["with a word left out", withoutMiddle, { first: 0.92, abstains: 0.02 }],
] satisfies readonly [string, (words: readonly string[]) => readonly string[], object][])(
  "a question that is known to have an answer gets it, %s",
  (_how, change, { first, abstains }) => {
    const asked = known.map((one) => ({ ...one, q: change(one.q.split(" ")).join(" ") }));
    const relevance = measure(ask(index, asked));
    expect(relevance.first).toBeGreaterThanOrEqual(first);
    expect(relevance.abstainsWrongly).toBeLessThanOrEqual(abstains);
  },
);

function withoutMiddle(words: readonly string[]): readonly string[] {
  if (words.length < 4) return words;
  return words.toSpliced(Math.floor(words.length / 2), 1);
}
