import type { Fact } from "../fact.ts";
import type { SearchOptions } from "../fact-index.ts";
import { nameKey } from "../name-key.ts";
import { createBigramMatcher } from "./bigram-match.ts";
import { bigramOf } from "./bigrams.ts";
import type { ReadExamples, Words } from "./example-words.ts";
import type { FactTable } from "./fact-table.ts";
import type { Group } from "./groups.ts";
import { interpret } from "./interpret.ts";
import { isWeakWord } from "./lexicon.ts";
import { createNameMatcher } from "./name-match.ts";
import { createNearestQuestion } from "./nearest-question.ts";
import { QUERY_TERMS_MAX, queryTerms } from "./query-terms.ts";
import { compareEquals, createRanker } from "./rank.ts";
import { type Fit, prominenceOf, relevanceOf } from "./relevance.ts";
import { STOP_WORDS } from "./stop-words.ts";
import { type Term, termsOf } from "./tokenize.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** How many of the facts that BM25 puts first are compared by name too. */
const POOL_SIZE = 50;
/** What of a query is read: longer ones are pasted texts, and their beginning says what they are about. */
const QUERY_MAX_LENGTH = 6_000;

/** No fact's name is longer, however it is spaced. */
const NAME_MAX_LENGTH = 1_000;

interface Compared {
  readonly slot: number;
  readonly fit: Fit;
  readonly relevance: number;
}

/** A fact that some word of a query led to. */
export interface Candidate extends Compared {
  readonly fact: Fact;
}

export interface Found {
  /** The facts that are called as the query says, by id. */
  readonly called: readonly Fact[];
  /** The best of the others, most relevant first. */
  readonly candidates: readonly Candidate[];
  /** How the words of the query were read. */
  readonly groups: readonly Group[];
  /** The query as it is compared with examples. */
  readonly words: Words;
}

/** Finds facts in a table: those called so, and the rest by relevance. */
export function createFinder(
  table: FactTable,
  examples: ReadExamples,
): (text: string, options: SearchOptions) => Found {
  const ranker = createRanker(table.lists);
  const nearestQuestion = createNearestQuestion(examples.answered);

  const findCalled = (query: string) => [...new Set(table.called(nameKey(query)))];

  return (text, { limit, typing = false, work = { postings: 0, words: 0 } }) => {
    const query = text.slice(0, QUERY_MAX_LENGTH);
    const called = query.length > NAME_MAX_LENGTH ? [] : findCalled(query);
    const terms = termsOf(query);
    const groups = interpret(queryTerms(query, terms, typing), typing, table, work);
    const pool = Math.max(limit + called.length, POOL_SIZE);
    const ranking = ranker.rank(groups, table.earnings(), pool, table.order, work);
    const compare = createNameMatcher(
      groups,
      smallStems(terms, table.vocabulary),
      table.frequencies,
    );
    const repaired = repairedIn(groups);
    const words = examples.wordsOf(terms, (term) => {
      const stem = repaired.get(term);
      return stem === undefined ? undefined : table.vocabulary.stemTextOf(stem);
    });
    const matchBigrams = createBigramMatcher(
      bigramsIn(terms, (term) => table.vocabulary.findStem(term) ?? repaired.get(term)),
      table,
    );
    const near = nearestQuestion(words);
    const whole = groups.reduce((sum, { weight }) => sum + weight, 0) || 1;
    const compared: Compared[] = [];
    // Facts lie anywhere in memory: only those that are wanted, or have questions, are touched.
    const consider = (slot: number, share: number) => {
      if (called.includes(slot)) return;
      const questions = table.questionsAt(slot);
      const fit = {
        share,
        names: compare(table.namesAt(slot), questions, share),
        bigrams: matchBigrams(table.bigramsAt(slot)),
        prominence: prominenceOf(table.linksTo(slot)),
        nearness: questions.texts === 0 ? 0 : near.of(table.factAt(slot).id),
      };
      compared.push({ slot, fit, relevance: relevanceOf(fit) });
    };
    const ranked = ranking.slots;
    for (const [at, slot] of ranked.entries()) consider(slot, (ranking.scores[at] ?? 0) / whole);
    // A question that is made of everybody's words, such as "since when is rust in the kernel", ranks any fact before the one.
    const most = ranked.length < pool ? 0 : (ranking.scores.at(-1) ?? 0) / whole;
    for (const id of near.ids) {
      const slot = table.slotOf(id);
      if (slot !== undefined && !ranked.includes(slot)) consider(slot, most);
    }
    compared.sort(
      (a, b) => b.relevance - a.relevance || compareEquals(table.order, a.slot, b.slot),
    );
    const candidates = compared.slice(0, limit).map((one) => {
      // Field by field here, and wherever a query makes many objects: with `...`, V8 left 20 KB a query to the next full collection.
      const { slot, fit, relevance } = one;
      return { slot, fit, relevance, fact: table.factAt(slot) };
    });
    return { called: called.map(table.factAt).sort(compareIds), candidates, groups, words };
  };
}

/** Stems of the small words of a query, which are looked for in names alone. */
function smallStems(terms: readonly Term[], vocabulary: Vocabulary): ReadonlySet<number> {
  const stems = new Set<number>();
  for (const { text } of terms) {
    const stem = STOP_WORDS.has(text) || isWeakWord(text) ? vocabulary.findStem(text) : undefined;
    if (stem !== undefined) stems.add(stem);
  }
  return stems;
}

/** The stems that misspelt words were most likely meant for. */
function repairedIn(groups: readonly Group[]): ReadonlyMap<string, number> {
  const stems = new Map<string, number>();
  for (const { term, readings } of groups) {
    const [likeliest] = readings;
    if (likeliest?.how === "spelling") stems.set(term.text, likeliest.stem);
  }
  return stems;
}

/** The first bigrams of a query whose words have stems. */
function bigramsIn(
  terms: readonly Term[],
  stemOf: (term: string) => number | undefined,
): ReadonlySet<number> {
  const bigrams = new Set<number>();
  let before: number | undefined;
  for (const { text } of terms) {
    if (bigrams.size === QUERY_TERMS_MAX) break;
    const stem = stemOf(text);
    if (before !== undefined && stem !== undefined) bigrams.add(bigramOf(before, stem));
    before = stem;
  }
  return bigrams;
}

function compareIds(a: Fact, b: Fact): number {
  return a.id < b.id ? -1 : 1;
}
