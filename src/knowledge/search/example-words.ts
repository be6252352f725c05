import type { Examples } from "../fact-index.ts";
import { isWeakWord } from "./lexicon.ts";
import { QUERY_TERMS_MAX } from "./query-terms.ts";
import { stem } from "./stem.ts";
import { STOP_WORDS } from "./stop-words.ts";
import { type Term, termsOf } from "./tokenize.ts";

/** What words count beside those that say what a question is about: small ones tell "how many" from "how". */
const SMALL_WEIGHT = 0.4;
const WEAK_WEIGHT = 0.5;
const PART_WEIGHT = 0.5;

/** The stems of a text by their numbers, and what each counts by its kind. */
export type Words = ReadonlyMap<number, number>;

/** Examples as they are compared with queries. */
export interface ReadExamples {
  readonly answered: ReadonlyMap<string, readonly Words[]>;
  readonly outOfScope: readonly Words[];
  /**
   * Reads a query; `repaired` tells the stem that a misspelt word was meant for. Words that no example has get numbers above
   * all others, good for this query alone.
   */
  wordsOf(query: readonly Term[], repaired: (term: string) => string | undefined): Words;
}

/** Stems are found once a word, which is most of the time that reading takes. */
export function readExamples({ answered = new Map(), outOfScope = [] }: Examples): ReadExamples {
  const stems = new Map<string, number>();
  const terms = new Map<string, number>();
  const numberOf = (term: string) => {
    const known = terms.get(term);
    if (known !== undefined) return known;
    const text = stem(term);
    const number = stems.get(text) ?? stems.size;
    stems.set(text, number);
    terms.set(term, number);
    return number;
  };
  const read = (text: string) => readWords(termsOf(text), numberOf);
  const examples = {
    answered: new Map([...answered].map(([id, questions]) => [id, questions.map(read)])),
    outOfScope: outOfScope.map(read),
  };
  const unknownFrom = stems.size;
  return {
    ...examples,
    wordsOf(query, repaired) {
      const unknown = new Map<string, number>();
      return readWords(query, (term) => {
        const known = terms.get(term);
        if (known !== undefined) return known;
        const text = repaired(term) ?? stem(term);
        const number = stems.get(text) ?? unknown.get(text) ?? unknownFrom + unknown.size;
        if (number >= unknownFrom) unknown.set(text, number);
        return number;
      });
    },
  };
}

/** The first words of a text. */
function readWords(terms: readonly Term[], numberOf: (term: string) => number): Words {
  const words = new Map<number, number>();
  for (const { text, part } of terms) {
    if (words.size === QUERY_TERMS_MAX) break;
    words.set(numberOf(text), weightOf(text, part));
  }
  return words;
}

function weightOf(term: string, part: boolean): number {
  if (STOP_WORDS.has(term)) return SMALL_WEIGHT;
  if (isWeakWord(term)) return WEAK_WEIGHT;
  return part ? PART_WEIGHT : 1;
}
