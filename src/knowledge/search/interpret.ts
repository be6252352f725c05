import type { Work } from "../fact-index.ts";
import { complete } from "./complete.ts";
import { correct } from "./correct.ts";
import type { Group, Reading } from "./groups.ts";
import { guess } from "./guess.ts";
import { isCorrectEnglish } from "./lexicon.ts";
import type { QueryTerm } from "./query-terms.ts";
import { split } from "./split.ts";
import { relatedStems } from "./thesaurus.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { createWeigher, type Frequencies } from "./weigh.ts";

const JOINED_CLOSENESS = 0.9;
/** What a completion loses where the word is one already: `6.1` is less likely the beginning of `6.18`. */
const FINISHED = 0.8;
const RELATED_CLOSENESS = 0.6;
const RELATED_MAX = 4;
/** The most words of a query that are corrected; a text with more is in another language, or in none. */
const CORRECTED_MAX = 16;
/** Of these, the most that are guessed at, which takes longest. */
const GUESSED_MAX = 2;

/** What a small word leaves when it loses a letter: too little to be looked for, and nothing that an answer would lack. */
const FRAGMENT = /^\p{Ll}{1,2}$/u;

/** What it takes to read a query. */
export interface Reader {
  readonly vocabulary: Vocabulary;
  readonly frequencies: Frequencies;
}

/**
 * Reads the words of a query as stems of the index, each in every way that is likely enough. A word that a fact has is
 * taken for what it is; only one that no fact has is taken for a related one, a misspelling, two words, or a guess.
 */
export function interpret(
  terms: readonly QueryTerm[],
  typing: boolean,
  { vocabulary, frequencies }: Reader,
  work: Work,
): readonly Group[] {
  const weigh = createWeigher(frequencies);
  let correctable = CORRECTED_MAX;
  let guessable = GUESSED_MAX;

  function read(term: QueryTerm): readonly Group[] {
    const known = knownReadings(term, vocabulary);
    const related = relatedTo(term, vocabulary);
    const isEnglish = isCorrectEnglish(term.text);
    const isCut =
      term.isLast && (typing || (vocabulary.find(term.text) === undefined && !isEnglish));
    const finished = known.length > 0 ? FINISHED : 1;
    const completed = (isCut ? complete(term.text, vocabulary, work) : []).map((reading) => ({
      stem: reading.stem,
      how: reading.how,
      closeness: reading.closeness * finished,
    }));
    if (completed.length > 0) {
      // When nobody is typing any more, it may as well be misspelt.
      const corrected = typing || known.length > 0 ? [] : correct(term.text, vocabulary, work);
      const meant = corrected === "small" ? [] : corrected;
      return [weigh(term, [...known, ...meant, ...completed], related)];
    }
    if (known.length > 0) return [weigh(term, known, related)];
    // The parts of a compound come next, and say enough; but a program's name that no fact has is missing.
    if (term.isWhole) return term.isIdentifier ? [weigh(term, [], [])] : [];
    if (related.length > 0) return [weigh(term, readAsRelated(related), related)];
    if (FRAGMENT.test(term.text)) return [];
    if (isEnglish || correctable === 0) return [weigh(term, [], [])];
    correctable -= 1;
    return repair(term);
  }

  function repair(term: QueryTerm): readonly Group[] {
    const corrected = correct(term.text, vocabulary, work);
    if (corrected === "small") return [];
    if (corrected.length > 0) return [weigh(term, corrected, [])];
    const halves = split(term.text, vocabulary, work);
    if (halves) return halves.map((half) => weigh(term, [half], []));
    if (guessable === 0) return [weigh(term, [], [])];
    guessable -= 1;
    return [weigh(term, guess(term.text, vocabulary, work), [])];
  }

  return terms.flatMap(read);
}

/** The word itself, and it with a neighbour written as one. */
function knownReadings({ text, joined }: QueryTerm, vocabulary: Vocabulary): readonly Reading[] {
  const exact = vocabulary.findStem(text);
  return [
    ...(exact === undefined ? [] : [{ stem: exact, closeness: 1, how: "exact" } as const]),
    ...joined.flatMap((one): readonly Reading[] => {
      const word = vocabulary.find(one);
      if (word === undefined) return [];
      return [{ stem: vocabulary.stemOf(word), closeness: JOINED_CLOSENESS, how: "joined" }];
    }),
  ];
}

function relatedTo({ text }: QueryTerm, vocabulary: Vocabulary): readonly number[] {
  return relatedStems(text).flatMap((stem) => vocabulary.findStemExactly(stem) ?? []);
}

function readAsRelated(stems: readonly number[]): readonly Reading[] {
  return stems
    .slice(0, RELATED_MAX)
    .map((stem) => ({ stem, closeness: RELATED_CLOSENESS, how: "related" }));
}
