import type { Work } from "../fact-index.ts";
import type { Reading } from "./groups.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Two words are hardly ever longer. */
const WORD_MAX_LENGTH = 28;
const HALF_MIN_LENGTH = 2;
/** Shorter halves are not corrected, and shorter words not taken apart into misspelt halves. */
const MISSPELT_HALF_MIN_LENGTH = 4;
const MISSPELT_WORD_MIN_LENGTH = 8;
const CLOSENESS = 0.9;
/** A half that is spelt right is better than the commonest one that is not. */
const SPELT_RIGHT = 2;
const LIKELIHOOD_OF_COUNT = 0.05;

interface Half {
  readonly reading: Reading;
  readonly likelihood: number;
}

/**
 * Readings of two words that lost the space between them: the likeliest place where both halves are known words, or,
 * where there is none, words with one edit.
 */
export function split(
  text: string,
  vocabulary: Vocabulary,
  work: Work,
): readonly [Reading, Reading] | undefined {
  if (text.length > WORD_MAX_LENGTH) return undefined;
  return (
    splitWith(text, HALF_MIN_LENGTH, (half) => knownHalf(half, vocabulary)) ??
    (text.length < MISSPELT_WORD_MIN_LENGTH
      ? undefined
      : splitWith(
          text,
          HALF_MIN_LENGTH + 1,
          (half) => knownHalf(half, vocabulary) ?? misspeltHalf(half, vocabulary, work),
        ))
  );
}

function splitWith(
  text: string,
  least: number,
  read: (half: string) => Half | undefined,
): readonly [Reading, Reading] | undefined {
  let best: readonly [Reading, Reading] | undefined;
  let most = 0;
  for (let at = least; at <= text.length - least; at += 1) {
    const left = read(text.slice(0, at));
    const right = left && read(text.slice(at));
    if (!left || !right) continue;
    const likelihood =
      left.likelihood + right.likelihood + Math.min(left.likelihood, right.likelihood);
    if (likelihood <= most) continue;
    most = likelihood;
    best = [left.reading, right.reading];
  }
  return best;
}

function knownHalf(half: string, vocabulary: Vocabulary): Half | undefined {
  const word = vocabulary.find(half);
  if (word === undefined) return undefined;
  const reading = { stem: vocabulary.stemOf(word), closeness: CLOSENESS, how: "split" } as const;
  return { reading, likelihood: SPELT_RIGHT + likelihoodOf(vocabulary.countOf(word)) };
}

function misspeltHalf(half: string, vocabulary: Vocabulary, work: Work): Half | undefined {
  if (half.length < MISSPELT_HALF_MIN_LENGTH) return undefined;
  let best: number | undefined;
  work.words += vocabulary.near(half, 1, (word) => {
    if (best === undefined || isLikelier(word, best, vocabulary)) best = word;
  });
  if (best === undefined) return undefined;
  const reading = { stem: vocabulary.stemOf(best), closeness: CLOSENESS, how: "split" } as const;
  return { reading, likelihood: 1 + likelihoodOf(vocabulary.countOf(best)) };
}

function isLikelier(word: number, other: number, vocabulary: Vocabulary): boolean {
  const more = vocabulary.countOf(word) - vocabulary.countOf(other);
  return more > 0 || (more === 0 && vocabulary.textOf(word) < vocabulary.textOf(other));
}

function likelihoodOf(count: number): number {
  return LIKELIHOOD_OF_COUNT * Math.log(count);
}
