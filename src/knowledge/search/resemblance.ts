import type { Words } from "./example-words.ts";
import { rarity } from "./weigh.ts";

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
  const { find, starts, holders, weights } = holdersOf(texts);
  const worthAt = (word: number | undefined) =>
    rarity(word === undefined ? 1 : (starts[word + 1] ?? 0) - (starts[word] ?? 0), texts.length);
  const sizes = new Float64Array(texts.length);
  for (let word = 0; word + 1 < starts.length; word += 1) {
    const worth = worthAt(word);
    for (let at = starts[word] ?? 0; at < (starts[word + 1] ?? 0); at += 1) {
      const text = holders[at] ?? 0;
      sizes[text] = (sizes[text] ?? 0) + worth * (weights[at] ?? 0);
    }
  }
  const shared = new Float64Array(texts.length);

  return (query, least, visit) => {
    let size = 0;
    shared.fill(0);
    for (const [number, queryWeight] of query) {
      const word = find(number);
      const worth = worthAt(word);
      size += worth * queryWeight;
      if (word === undefined) continue;
      const to = starts[word + 1] ?? 0;
      for (let at = starts[word] ?? 0; at < to; at += 1) {
        const text = holders[at] ?? 0;
        shared[text] = (shared[text] ?? 0) + worth * Math.min(weights[at] ?? 0, queryWeight);
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

/** For each word, in the order they are met, from `starts[word]` to `starts[word + 1]`: the texts that have it, and what it counts in each. */
interface Holders {
  readonly find: (number: number) => number | undefined;
  readonly starts: Uint32Array;
  readonly holders: Uint32Array;
  readonly weights: Float32Array;
}

function holdersOf(texts: readonly Words[]): Holders {
  const places = new Map<number, number>();
  const lists: { readonly holders: number[]; readonly weights: number[] }[] = [];
  for (const [text, words] of texts.entries()) {
    for (const [number, weight] of words) {
      const word = places.get(number) ?? places.size;
      places.set(number, word);
      const list = lists[word] ?? { holders: [], weights: [] };
      lists[word] = list;
      list.holders.push(text);
      list.weights.push(weight);
    }
  }
  const starts = new Uint32Array(lists.length + 1);
  for (const [word, { holders }] of lists.entries()) {
    starts[word + 1] = (starts[word] ?? 0) + holders.length;
  }
  return {
    find: (number) => places.get(number),
    starts,
    holders: Uint32Array.from(lists.flatMap(({ holders }) => holders)),
    weights: Float32Array.from(lists.flatMap(({ weights }) => weights)),
  };
}
