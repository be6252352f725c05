import type { Work } from "../fact-index.ts";
import type { Reading } from "./groups.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Measured: more completions cost time and find nothing better. */
const COMPLETIONS_MAX = 12;
const CLOSENESS = 0.9;

/** Readings of an unfinished word: the commonest words that begin so, of equally common ones the first by alphabet. */
export function complete(prefix: string, vocabulary: Vocabulary, work: Work): readonly Reading[] {
  const best: number[] = [];
  const isBefore = (word: number, other: number) => {
    const more = vocabulary.countOf(word) - vocabulary.countOf(other);
    return more > 0 || (more === 0 && vocabulary.textOf(word) < vocabulary.textOf(other));
  };
  work.words += vocabulary.complete(prefix, (word) => {
    const last = best.at(-1);
    if (best.length === COMPLETIONS_MAX && last !== undefined && !isBefore(word, last)) return;
    let at = best.length;
    while (at > 0 && isBefore(word, best[at - 1] ?? 0)) at -= 1;
    best.splice(at, 0, word);
    if (best.length > COMPLETIONS_MAX) best.pop();
  });
  const stems = new Set(best.map(vocabulary.stemOf));
  return [...stems].map((stem) => ({ stem, closeness: CLOSENESS, how: "completion" }));
}
