import Fuse from "fuse.js";
import type { Work } from "../fact-index.ts";
import type { Reading } from "./groups.ts";
import { nthGreatest } from "./nth-greatest.ts";
import type { Vocabulary } from "./vocabulary.ts";

const WORD_MIN_LENGTH = 5;
const WORD_MAX_LENGTH = 20;
const PREFIX_LENGTH = 1;
/** As many as Fuse compares in a tenth of a millisecond or two. */
const WORDS_MAX = 256;
const GUESSES_MAX = 2;
/** Fuse's own measure: 0 would be an exact match, 1 anything. */
const THRESHOLD = 0.5;
const CLOSENESS = 0.5;

/**
 * The last resort for a word that is farther from all others than two edits: Fuse's fuzzy matching (Bitap) over the
 * commonest words that begin alike. Weak evidence, but better than none for ranking; never for confidence.
 */
export function guess(text: string, vocabulary: Vocabulary, work: Work): readonly Reading[] {
  if (text.length < WORD_MIN_LENGTH || text.length > WORD_MAX_LENGTH) return [];
  const words: number[] = [];
  vocabulary.complete(text.slice(0, PREFIX_LENGTH), (word) => words.push(word));
  work.words += words.length;
  const fuse = new Fuse(commonest(words, vocabulary), { threshold: THRESHOLD, includeScore: true });
  return fuse.search(text, { limit: GUESSES_MAX }).flatMap(({ item, score = 1 }) => {
    const word = vocabulary.find(item);
    if (word === undefined) return [];
    return [{ stem: vocabulary.stemOf(word), closeness: CLOSENESS * (1 - score), how: "guess" }];
  });
}

/** The words that most facts hold, of equally common ones the first by alphabet; in the order of the alphabet. */
function commonest(words: readonly number[], vocabulary: Vocabulary): readonly string[] {
  const least = nthGreatest(WORDS_MAX, Int32Array.from(words, vocabulary.countOf));
  const above = words.filter((word) => vocabulary.countOf(word) > least);
  const equal = words.filter((word) => vocabulary.countOf(word) === least);
  const rest = equal
    .map(vocabulary.textOf)
    .sort()
    .slice(0, WORDS_MAX - above.length);
  return [...above.map(vocabulary.textOf), ...rest].sort();
}
