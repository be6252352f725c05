import type { Work } from "../fact-index.ts";
import { bigramOf } from "./bigrams.ts";
import type { ReadExamples, Words } from "./example-words.ts";
import type { Group } from "./groups.ts";
import { interpret, type Reader } from "./interpret.ts";
import { isWeakWord } from "./lexicon.ts";
import { QUERY_TERMS_MAX, queryTerms } from "./query-terms.ts";
import { STOP_WORDS } from "./stop-words.ts";
import { type Term, termsOf } from "./tokenize.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A query as it is understood. */
export interface ReadQuery {
  /** Its words, each with the stems that it may mean. */
  readonly groups: readonly Group[];
  /** The stems of its small words, which are looked for in names alone. */
  readonly smallStems: ReadonlySet<number>;
  /** The first pairs of neighbouring words that both have stems. */
  readonly bigrams: ReadonlySet<number>;
  /** As it is compared with examples. */
  readonly words: Words;
}

/** Reads a query; words that nobody knows are taken for what they were most likely meant for, everywhere alike. */
export function readQuery(
  query: string,
  typing: boolean,
  reader: Reader,
  examples: ReadExamples,
  work: Work,
): ReadQuery {
  const { vocabulary } = reader;
  const terms = termsOf(query);
  const groups = interpret(queryTerms(query, terms, typing), typing, reader, work);
  const repaired = repairedIn(groups);
  return {
    groups,
    smallStems: smallStemsIn(terms, vocabulary),
    bigrams: bigramsIn(terms, (term) => vocabulary.findStem(term) ?? repaired.get(term)),
    words: examples.wordsOf(terms, (term) => {
      const stem = repaired.get(term);
      return stem === undefined ? undefined : vocabulary.stemTextOf(stem);
    }),
  };
}

function smallStemsIn(terms: readonly Term[], vocabulary: Vocabulary): ReadonlySet<number> {
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
