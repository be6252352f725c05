import type { Fact } from "../fact.ts";
import type { SearchOptions } from "../fact-index.ts";
import { nameKey } from "../name-key.ts";
import { createBigramMatcher } from "./bigram-match.ts";
import type { ReadExamples } from "./example-words.ts";
import type { FactTable } from "./fact-table.ts";
import { createNameMatcher } from "./name-match.ts";
import { createNearestQuestion, type NearQuestions } from "./nearest-question.ts";
import { compareEquals, createRanker } from "./rank.ts";
import { type ReadQuery, readQuery } from "./read-query.ts";
import { type Compared, type Fit, prominenceOf, relevanceOf } from "./relevance.ts";

/** How many of the facts that BM25 puts first are compared by name too. */
const POOL_SIZE = 50;
/** What of a query is read: longer ones are pasted texts, and their beginning says what they are about. */
const QUERY_MAX_LENGTH = 6_000;

/** No fact's name is longer, however it is spaced. */
const NAME_MAX_LENGTH = 1_000;

/** A fact that some word of a query led to. */
export interface Candidate extends Compared {
  readonly fact: Fact;
}

export interface Found {
  /** The facts that are called as the query says, by id. */
  readonly called: readonly Fact[];
  /** The best of the others, most relevant first. */
  readonly candidates: readonly Candidate[];
  /** How the query was read. */
  readonly read: ReadQuery;
}

/** Finds facts in a table: those called so, and the rest by relevance. */
export function createFinder(
  table: FactTable,
  examples: ReadExamples,
): (text: string, options: SearchOptions) => Found {
  const ranker = createRanker(table.lists);
  const nearestQuestion = createNearestQuestion(examples.answered);

  const findCalled = (query: string) =>
    query.length > NAME_MAX_LENGTH ? [] : [...new Set(table.called(nameKey(query)))];

  return (text, { limit, typing = false, work = { postings: 0, words: 0 } }) => {
    const query = text.slice(0, QUERY_MAX_LENGTH);
    const called = findCalled(query);
    const read = readQuery(query, typing, table, examples, work);
    const near = nearestQuestion(read.words);
    const fitOf = createFitting(read, near, table);
    const pool = Math.max(limit + called.length, POOL_SIZE);
    const ranking = ranker.rank(read.groups, table.earnings(), pool, table.order, work);
    const compared: Compared[] = [];
    const compare = (slot: number, score: number) => {
      if (called.includes(slot)) return;
      const fit = fitOf(slot, score);
      compared.push({ slot, fit, relevance: relevanceOf(fit) });
    };
    const ranked = ranking.slots;
    for (const [at, slot] of ranked.entries()) compare(slot, ranking.scores[at] ?? 0);
    // A question that is made of everybody's words, such as "since when is rust in the kernel", ranks any fact before the one.
    const most = ranked.length < pool ? 0 : (ranking.scores.at(-1) ?? 0);
    for (const id of near.ids) {
      const slot = table.slotOf(id);
      if (slot !== undefined && !ranked.includes(slot)) compare(slot, most);
    }
    compared.sort(
      (a, b) => b.relevance - a.relevance || compareEquals(table.order, a.slot, b.slot),
    );
    const candidates = compared.slice(0, limit).map((one) => {
      // Field by field here, and wherever a query makes many objects: with `...`, V8 left 20 KB a query to the next full collection.
      const { slot, fit, relevance } = one;
      return { slot, fit, relevance, fact: table.factAt(slot) };
    });
    return { called: called.map(table.factAt).sort(compareIds), candidates, read };
  };
}

/** Tells how well facts fit a query, from their slots and from what BM25 gave them. */
function createFitting(
  { groups, smallStems, bigrams }: ReadQuery,
  near: NearQuestions,
  table: FactTable,
): (slot: number, score: number) => Fit {
  const matchNames = createNameMatcher(groups, smallStems, table.frequencies);
  const matchBigrams = createBigramMatcher(bigrams, table);
  const whole = groups.reduce((sum, { weight }) => sum + weight, 0) || 1;

  return (slot, score) => {
    const share = score / whole;
    const questions = table.questionsAt(slot);
    return {
      share,
      names: matchNames(table.namesAt(slot), questions, share),
      bigrams: matchBigrams(table.bigramsAt(slot)),
      prominence: prominenceOf(table.linksTo(slot)),
      // Facts lie anywhere in memory: only those that are wanted, or have questions, are touched.
      nearness: questions.texts === 0 ? 0 : near.of(table.factAt(slot).id),
    };
  };
}

function compareIds(a: Fact, b: Fact): number {
  return a.id < b.id ? -1 : 1;
}
