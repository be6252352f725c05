import type { Work } from "../fact-index.ts";
import type { Reading } from "./groups.ts";
import { STOP_WORDS } from "./stop-words.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Measured: the three likeliest corrections find as much as ten. */
const CORRECTIONS_MAX = 3;
/** Shorter words have too many neighbours at two edits. */
const TWO_EDITS_MIN_LENGTH = 5;
/** How sure a correction is: two edits say little about a short word. */
const CLOSENESS = { one: 0.95, oneInShort: 0.7, two: 0.75, twoInShort: 0.5 } as const;
/** Two edits are this much less likely than one, ... */
const SECOND_EDIT = 0.6;
/** ... a wrong first letter than another one, ... */
const WRONG_FIRST_LETTER = 0.7;
/** ... and a word of many facts is likelier meant than a rare one, by this power of how many. */
const COUNT_POWER = 0.25;

interface Candidate {
  readonly stem: number;
  readonly text: string;
  readonly closeness: number;
  readonly likelihood: number;
}

/**
 * Readings of a misspelt word: the likeliest words within two edits, or `small` where the likeliest is a small word, which
 * is then no word to look for: `teh`, and not `tee`.
 */
export function correct(
  text: string,
  vocabulary: Vocabulary,
  work: Work,
): readonly Reading[] | "small" {
  const candidates = new Map<number, Candidate>();
  const most = text.length < TWO_EDITS_MIN_LENGTH ? 1 : 2;
  work.words += vocabulary.near(text, most, (word, distance) => {
    const candidate = candidateOf(text, word, distance, vocabulary);
    const known = candidates.get(candidate.stem);
    if (!known || compare(candidate, known) < 0) candidates.set(candidate.stem, candidate);
  });
  const best = [...candidates.values()].sort(compare).slice(0, CORRECTIONS_MAX);
  const [likeliest] = best;
  if (likeliest && STOP_WORDS.has(likeliest.text)) return "small";
  const top = likeliest?.likelihood ?? 1;
  const content = best.filter((candidate) => !STOP_WORDS.has(candidate.text));
  return content.map(({ stem, closeness, likelihood }) => ({
    stem,
    closeness: (closeness * likelihood) / top,
    how: "spelling",
  }));
}

function candidateOf(
  text: string,
  word: number,
  distance: number,
  vocabulary: Vocabulary,
): Candidate {
  const other = vocabulary.textOf(word);
  const closeness = closenessOf(text.length, distance);
  const likelihood =
    closeness *
    vocabulary.countOf(word) ** COUNT_POWER *
    (distance > 1 ? SECOND_EDIT : 1) *
    (other[0] === text[0] ? 1 : WRONG_FIRST_LETTER);
  return { stem: vocabulary.stemOf(word), text: other, closeness, likelihood };
}

function closenessOf(length: number, distance: number): number {
  if (distance > 1) return length > 6 ? CLOSENESS.two : CLOSENESS.twoInShort;
  return length > 4 ? CLOSENESS.one : CLOSENESS.oneInShort;
}

/** Likelier ones first; of equally likely ones the first by alphabet. */
function compare(a: Candidate, b: Candidate): number {
  return b.likelihood - a.likelihood || (a.text < b.text ? -1 : 1);
}
