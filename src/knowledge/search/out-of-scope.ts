import { isWeakWord } from "./lexicon.ts";
import { QUERY_TERMS_MAX } from "./query-terms.ts";
import { stem } from "./stem.ts";
import { STOP_WORDS } from "./stop-words.ts";
import { eachTerm } from "./tokenize.ts";
import { rarity } from "./weigh.ts";

/** What words count beside those that say what a question is about: small ones tell "how many" from "how". */
const SMALL_WEIGHT = 0.4;
const WEAK_WEIGHT = 0.5;
const PART_WEIGHT = 0.5;

/**
 * What is taken where nothing is known of it: the mean over the questions that the weights were fitted on. Nothing at all
 * would be the best sign that there is.
 */
export const TYPICAL_RESEMBLANCE = 0.38;

/** The stems of a text, and what each counts by its kind. */
type Words = ReadonlyMap<string, number>;

/** An example that has a word, and what the word counts there. */
interface Holder {
  readonly example: number;
  readonly weight: number;
}

/**
 * Tells how far a query resembles the nearest of some questions that are known to have no answer here, 0 to 1: Dice's
 * coefficient over words weighted by their rarity among them. To classify by examples is the usual way to find requests that
 * are out of an assistant's scope; see Larson et al., "An Evaluation Dataset for Intent Classification and Out-of-Scope
 * Prediction" (EMNLP 2019). Without any examples, `TYPICAL_RESEMBLANCE` for whatever is asked.
 */
export function createOutOfScope(questions: Iterable<string>): (query: string) => number {
  const holders = new Map<string, Holder[]>();
  let count = 0;
  for (const question of questions) {
    for (const [word, weight] of wordsOf(question)) {
      const list = holders.get(word);
      if (list) list.push({ example: count, weight });
      else holders.set(word, [{ example: count, weight }]);
    }
    count += 1;
  }
  const worthOf = (word: string) => rarity(holders.get(word)?.length ?? 1, count);
  const sizes = new Float64Array(count);
  for (const [word, list] of holders) {
    const worth = worthOf(word);
    for (const { example, weight } of list) sizes[example] = (sizes[example] ?? 0) + worth * weight;
  }
  const shared = new Float64Array(count);

  return (query) => {
    if (count === 0) return TYPICAL_RESEMBLANCE;
    let size = 0;
    shared.fill(0);
    for (const [word, queryWeight] of wordsOf(query)) {
      const worth = worthOf(word);
      size += worth * queryWeight;
      for (const { example, weight } of holders.get(word) ?? []) {
        shared[example] = (shared[example] ?? 0) + worth * Math.min(weight, queryWeight);
      }
    }
    let nearest = 0;
    for (let at = 0; at < count; at += 1) {
      const sum = shared[at] ?? 0;
      if (sum > 0) nearest = Math.max(nearest, (2 * sum) / (size + (sizes[at] ?? 0)));
    }
    return nearest;
  };
}

/** The first words of a text. */
function wordsOf(text: string): Words {
  const words = new Map<string, number>();
  eachTerm(text, (term, _start, _end, part) => {
    if (words.size < QUERY_TERMS_MAX) words.set(stem(term), weightOf(term, part));
  });
  return words;
}

function weightOf(term: string, part: boolean): number {
  if (STOP_WORDS.has(term)) return SMALL_WEIGHT;
  if (isWeakWord(term)) return WEAK_WEIGHT;
  return part ? PART_WEIGHT : 1;
}
