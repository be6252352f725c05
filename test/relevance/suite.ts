import { readFileSync } from "node:fs";
import { z } from "zod";
import type { FactIndex } from "../../src/knowledge/fact-index.ts";
import { ANSWER_FLOOR } from "../../src/knowledge/search/answer-floor.ts";

const QuestionSchema = z.object({
  q: z.string(),
  /** The facts that answer it, in any order; none: the honest reply is "I don't know". */
  ids: z.array(z.string()),
  kind: z.string().default("question"),
});

const SuiteSchema = z.object({
  calibration: z.array(QuestionSchema),
  holdout: z.array(QuestionSchema),
});

/** Questions with the facts that answer them. Whatever is tuned is tuned on the calibration half alone. */
export type Suite = z.output<typeof SuiteSchema>;
export type Question = z.output<typeof QuestionSchema>;

export function readSuite(path: string): Suite {
  return SuiteSchema.parse(JSON.parse(readFileSync(path, "utf8")));
}

/**
 * Further questions, for calibration alone, so none of them stands in the other half: some that no fact answers, and some
 * with the fact that they were written for, whatever others answer them too.
 */
export function readFurther(path: string): readonly Question[] {
  return z.array(QuestionSchema).parse(JSON.parse(readFileSync(path, "utf8")));
}

/** What became of a question. */
export interface Outcome extends Question {
  /** The place of the first fact that answers it, counted from 0; -1 where none is in the first five. */
  readonly place: number;
  /** The score of the best match; 0 where nothing was found. */
  readonly score: number;
}

export function ask(index: FactIndex, questions: readonly Question[]): readonly Outcome[] {
  return questions.map((question) => {
    const matches = index.search(question.q, { limit: 5 });
    const place = matches.findIndex(({ fact }) => question.ids.includes(fact.id));
    return { ...question, place, score: matches[0]?.score ?? 0 };
  });
}

/** All are shares, 0 to 1. */
export interface Relevance {
  /** Of the answerable questions: the right fact is first, is in the first three. */
  readonly first: number;
  readonly inThree: number;
  /** Of the unanswerable ones: nothing is sure enough. */
  readonly abstains: number;
  /** Of the answerable ones: nothing is sure enough. */
  readonly abstainsWrongly: number;
}

export function measure(outcomes: readonly Outcome[], floor = ANSWER_FLOOR): Relevance {
  const answerable = outcomes.filter(({ ids }) => ids.length > 0);
  const unanswerable = outcomes.filter(({ ids }) => ids.length === 0);
  return {
    first: share(answerable, ({ place }) => place === 0),
    inThree: share(answerable, ({ place }) => place >= 0 && place < 3),
    abstains: share(unanswerable, ({ score }) => score < floor),
    abstainsWrongly: share(answerable, ({ score }) => score < floor),
  };
}

function share(outcomes: readonly Outcome[], holds: (outcome: Outcome) => boolean): number {
  return outcomes.filter(holds).length / Math.max(1, outcomes.length);
}
