import type { Words } from "./example-words.ts";
import { rarity } from "./weigh.ts";

/** The texts that have a word, and what the word counts in each. */
interface Holders {
  readonly texts: Uint32Array;
  readonly weights: Float64Array;
}

/** Calls `visit` with each text that resembles the query at least so far, and how far, 0 to 1. */
export type Resemblance = (
  query: Words,
  least: number,
  visit: (text: number, resemblance: number) => void,
) => void;

/**
 * How far queries resemble some texts: Dice's coefficient over words weighted by their rarity among the texts. Texts are told by
 * their places in the list.
 */
export function createResemblance(texts: readonly Words[]): Resemblance {
  const holders = holdersOf(texts);
  const worthOf = (word: string) => rarity(holders.get(word)?.texts.length ?? 1, texts.length);
  const sizes = new Float64Array(texts.length);
  for (const [word, { texts: places, weights }] of holders) {
    const worth = worthOf(word);
    places.forEach((text, at) => {
      sizes[text] = (sizes[text] ?? 0) + worth * (weights[at] ?? 0);
    });
  }
  const shared = new Float64Array(texts.length);

  return (query, least, visit) => {
    let size = 0;
    shared.fill(0);
    for (const [word, queryWeight] of query) {
      const worth = worthOf(word);
      size += worth * queryWeight;
      const held = holders.get(word);
      if (!held) continue;
      for (let at = 0; at < held.texts.length; at += 1) {
        const text = held.texts[at] ?? 0;
        shared[text] = (shared[text] ?? 0) + worth * Math.min(held.weights[at] ?? 0, queryWeight);
      }
    }
    for (let text = 0; text < shared.length; text += 1) {
      const both = size + (sizes[text] ?? 0);
      const twice = 2 * (shared[text] ?? 0);
      // A division takes longer than all else here, and most texts don't need one.
      if (twice > 0 && twice >= least * both) visit(text, twice / both);
    }
  };
}

function holdersOf(texts: readonly Words[]): ReadonlyMap<string, Holders> {
  const lists = new Map<string, { readonly texts: number[]; readonly weights: number[] }>();
  for (const [text, words] of texts.entries()) {
    for (const [word, weight] of words) {
      const list = lists.get(word) ?? { texts: [], weights: [] };
      lists.set(word, list);
      list.texts.push(text);
      list.weights.push(weight);
    }
  }
  return new Map(
    [...lists].map(([word, list]) => [
      word,
      { texts: Uint32Array.from(list.texts), weights: Float64Array.from(list.weights) },
    ]),
  );
}
