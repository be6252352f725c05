import type { Examples } from "../fact-index.ts";
import { isWeakWord } from "./lexicon.ts";
import { QUERY_TERMS_MAX } from "./query-terms.ts";
import { stem } from "./stem.ts";
import { STOP_WORDS } from "./stop-words.ts";
import { eachTerm } from "./tokenize.ts";

/** What words count beside those that say what a question is about: small ones tell "how many" from "how". */
const SMALL_WEIGHT = 0.4;
const WEAK_WEIGHT = 0.5;
const PART_WEIGHT = 0.5;

/** The stems of a text, and what each counts by its kind. */
export type Words = ReadonlyMap<string, number>;

/** Examples as they are compared with queries. */
export interface ReadExamples {
  readonly answered: ReadonlyMap<string, readonly Words[]>;
  readonly outOfScope: readonly Words[];
}

/** Stems are found once a word, which is most of the time that reading takes. */
export function readExamples({ answered = new Map(), outOfScope = [] }: Examples): ReadExamples {
  const stems = new Map<string, string>();
  const stemOf = (term: string) => {
    const known = stems.get(term) ?? stem(term);
    stems.set(term, known);
    return known;
  };
  const read = (text: string) => wordsOf(text, stemOf);
  return {
    answered: new Map([...answered].map(([id, questions]) => [id, questions.map(read)])),
    outOfScope: outOfScope.map(read),
  };
}

/** The first words of a text. */
export function wordsOf(text: string, stemOf = stem): Words {
  const words = new Map<string, number>();
  eachTerm(text, (term, _start, _end, part) => {
    if (words.size < QUERY_TERMS_MAX) words.set(stemOf(term), weightOf(term, part));
  });
  return words;
}

function weightOf(term: string, part: boolean): number {
  if (STOP_WORDS.has(term)) return SMALL_WEIGHT;
  if (isWeakWord(term)) return WEAK_WEIGHT;
  return part ? PART_WEIGHT : 1;
}
