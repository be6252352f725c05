import { timesOf, type WordCounts } from "./read-fact.ts";

/** In what share of its aliases and questions a fact says a bigram that it says at all, as a rule. */
const TEXTS_WITH_BIGRAM = 0.15;
/** How many texts' worth of doubt there is about a fact. */
const SMOOTHING = 30;
/** How likely the bigrams must be, in natural logarithms, to be taken as half proved. */
const HALF_PROVED = 60;

/**
 * How much likelier the bigrams of a query are among the aliases and questions of a fact than among those of any fact, 0 to
 * 1, a half where that makes no difference: the same as the likelihood of its words, see `NameMatch`. "rust calls c" is not
 * "c calls rust".
 */
export function createBigramMatcher(
  bigrams: Iterable<number>,
  facts: { readonly size: number; holdersOf(bigram: number): number },
): (counts: WordCounts) => number {
  const known = [...bigrams].flatMap((bigram) => {
    const holders = facts.holdersOf(bigram);
    return holders > 0 ? [{ bigram, odds: facts.size / holders / TEXTS_WITH_BIGRAM }] : [];
  });
  return (counts) => {
    let sum = 0;
    for (const { bigram, odds } of known) {
      const said = timesOf(bigram, counts) * odds;
      sum += Math.log((said + SMOOTHING) / (counts.texts + SMOOTHING));
    }
    return (1 + sum / (Math.abs(sum) + HALF_PROVED)) / 2;
  };
}
