import type { Examples } from "../fact-index.ts";
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

/** How many questions of both kinds together each word is taken to be in beside those that it is in. */
const SMOOTHING = 2;

/** What tells whether a query is of the kind that facts answer. */
export interface Scope {
  /** How far it resembles the nearest question that no fact answers, 0 to 1. */
  readonly resemblance: number;
  /**
   * How much likelier its words are in questions that facts answer than in those that none does, as a natural logarithm:
   * below 0 where they are less likely.
   */
  readonly likelihood: number;
}

/**
 * What is taken where nothing is known of it: the means over the questions that the weights were fitted on. No resemblance
 * at all would be the best sign that there is.
 */
export const TYPICAL_SCOPE: Scope = { resemblance: 0.38, likelihood: 1.05 };

/** The stems of a text, and what each counts by its kind. */
type Words = ReadonlyMap<string, number>;

/** An example that has a word, and what the word counts there. */
interface Holder {
  readonly example: number;
  readonly weight: number;
}

/**
 * Tells by examples whether queries are in scope: what is known to have an answer here, and what is not. To classify by
 * examples is the usual way to find requests that an assistant is not made for; see Larson et al., "An Evaluation Dataset for
 * Intent Classification and Out-of-Scope Prediction" (EMNLP 2019). What there are no examples for is taken as typical.
 */
export function createScope({
  answered = new Map(),
  outOfScope = [],
}: Examples): (query: string) => Scope {
  const read = createReader();
  const unanswered = outOfScope.map(read);
  const likelihood = createLikelihood([...answered.values()].flat().map(read), unanswered);
  const resemblance = createResemblance(unanswered);

  return (query) => {
    const words = wordsOf(query);
    return { resemblance: resemblance(words), likelihood: likelihood(words) };
  };
}

/** Naive Bayes: the sum over the words of how much likelier each is among some questions than among others. */
function createLikelihood(
  answered: readonly Words[],
  unanswered: readonly Words[],
): (query: Words) => number {
  if (answered.length === 0 || unanswered.length === 0) return () => TYPICAL_SCOPE.likelihood;
  const frequencies = frequenciesIn(answered);
  const otherFrequencies = frequenciesIn(unanswered);
  /** Alike for both kinds, however many there are of each: a word that is in none speaks for neither. */
  const part = SMOOTHING / (answered.length + unanswered.length);
  const rate = (frequency = 0, questions: number) => frequency / questions + part;

  return (query) => {
    let sum = 0;
    for (const word of query.keys()) {
      sum += Math.log(rate(frequencies.get(word), answered.length));
      sum -= Math.log(rate(otherFrequencies.get(word), unanswered.length));
    }
    return sum;
  };
}

/** How many of the questions hold each word. */
function frequenciesIn(questions: readonly Words[]): ReadonlyMap<string, number> {
  const frequencies = new Map<string, number>();
  for (const question of questions) {
    for (const word of question.keys()) {
      frequencies.set(word, (frequencies.get(word) ?? 0) + 1);
    }
  }
  return frequencies;
}

/** The nearest of some questions, by Dice's coefficient over words weighted by their rarity among them. */
function createResemblance(questions: readonly Words[]): (query: Words) => number {
  const holders = new Map<string, Holder[]>();
  const count = questions.length;
  for (const [example, question] of questions.entries()) {
    for (const [word, weight] of question) {
      const list = holders.get(word);
      if (list) list.push({ example, weight });
      else holders.set(word, [{ example, weight }]);
    }
  }
  const worthOf = (word: string) => rarity(holders.get(word)?.length ?? 1, count);
  const sizes = new Float64Array(count);
  for (const [word, list] of holders) {
    const worth = worthOf(word);
    for (const { example, weight } of list) sizes[example] = (sizes[example] ?? 0) + worth * weight;
  }
  const shared = new Float64Array(count);

  return (query) => {
    if (count === 0) return TYPICAL_SCOPE.resemblance;
    let size = 0;
    shared.fill(0);
    for (const [word, queryWeight] of query) {
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

/** Reads many texts: stems are found once a word, which is most of the time that reading takes. */
function createReader(): (text: string) => Words {
  const stems = new Map<string, string>();
  const stemOf = (term: string) => {
    const known = stems.get(term) ?? stem(term);
    stems.set(term, known);
    return known;
  };
  return (text) => wordsOf(text, stemOf);
}

/** The first words of a text. */
function wordsOf(text: string, stemOf = stem): Words {
  const words = new Map<string, number>();
  eachTerm(text, (term, _start, _end, part) => {
    if (words.size < QUERY_TERMS_MAX) words.set(stemOf(term), weightOf(term, part));
  });
  return words;
}

function weightOf(term: string, part: boolean): number {
  if (STOP_WORDS.has(term)) return SMALL_WEIGHT;
  if (isWeakWord(term)) return WEAK_WEIGHT;
  return part ? PART_WEIGHT : 1;
}
