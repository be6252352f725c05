import { EVERYDAY_WORDS } from "./everyday-words.ts";
import { OTHER_SOFTWARE } from "./other-software.ts";
import { stem } from "./stem.ts";
import { WEAK_WORDS } from "./weak-words.ts";

/** Shorter words are known by their very form: the stem of `pined` is that of `pine`, but `pinned` is meant. */
const INFLECTED_MIN_LENGTH = 6;

const WEAK = new Set(WEAK_WORDS);
const CORRECT = new Set([...WEAK_WORDS, ...EVERYDAY_WORDS, ...OTHER_SOFTWARE]);
const CORRECT_STEMS = new Set([...CORRECT].map(stem));

/** Whether a word says how something is asked or told rather than what about; a single sign but the C says nothing. */
export function isWeakWord(word: string): boolean {
  return WEAK.has(word) || (word.length === 1 && word !== "c");
}

/** Whether a word that the facts do not have is known to be none of theirs misspelt. */
export function isCorrectEnglish(word: string): boolean {
  return (
    CORRECT.has(word) || (word.length >= INFLECTED_MIN_LENGTH && CORRECT_STEMS.has(stem(word)))
  );
}
