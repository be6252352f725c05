import { bigramOf, EDGE } from "./bigrams.ts";
import type { ReadExamples, Words } from "./example-words.ts";
import { createResemblance } from "./resemblance.ts";

/** How many questions of both kinds together each word and bigram is taken to be in beside those that it is in. */
const SMOOTHING = 0.25;
/** What a bigram counts beside a word where questions are compared one by one. */
const BIGRAM_WEIGHT = 0.25;

/** What tells whether a query is of the kind that facts answer. */
export interface Scope {
  /** How far it resembles the nearest question that no fact answers, 0 to 1. */
  readonly resemblance: number;
  /**
   * How much likelier its words and bigrams are in questions that facts answer than in those that none does, as a natural logarithm:
   * below 0 where they are less likely.
   */
  readonly likelihood: number;
}

/**
 * What is taken where nothing is known of it: the means over the questions that the weights were fitted on. No resemblance
 * at all would be the best sign that there is.
 */
export const TYPICAL_SCOPE: Scope = { resemblance: 0.33, likelihood: 3.7 };

/**
 * Tells by examples whether queries are in scope: what is known to have an answer here, and what is not. To classify by
 * examples is the usual way to find requests that an assistant is not made for; see Larson et al., "An Evaluation Dataset for
 * Intent Classification and Out-of-Scope Prediction" (EMNLP 2019). What there are no examples for is taken as typical.
 */
export function createScope({
  answered,
  outOfScope,
}: Pick<ReadExamples, "answered" | "outOfScope">): (query: Words) => Scope {
  if (outOfScope.length === 0) return () => TYPICAL_SCOPE;
  const likelihood = createLikelihood([...answered.values()].flat(), outOfScope);
  const resemblance = createResemblance(outOfScope.map(gramsOf));

  return (query) => {
    const grams = gramsOf(query);
    let nearest = 0;
    resemblance(grams, nearest, (_text, value) => {
      nearest = Math.max(nearest, value);
    });
    return { resemblance: nearest, likelihood: likelihood(grams) };
  };
}

/**
 * Naive Bayes over words and bigrams: the sum of how much likelier each is among some questions than among others. Two words
 * tell what neither does alone: "in my" and "how long" are asked of what no fact knows, "since when" of what one does.
 */
function createLikelihood(
  answered: readonly Words[],
  unanswered: readonly Words[],
): (query: Words) => number {
  if (answered.length === 0) return () => TYPICAL_SCOPE.likelihood;
  const frequencies = frequenciesIn(answered);
  const otherFrequencies = frequenciesIn(unanswered);
  /** Alike for both kinds, however many there are of each: what is in none speaks for neither. */
  const part = SMOOTHING / (answered.length + unanswered.length);
  const evidence = new Map<number, number>();
  for (const gram of [...frequencies.keys(), ...otherFrequencies.keys()]) {
    const rate = (frequencies.get(gram) ?? 0) / answered.length + part;
    const otherRate = (otherFrequencies.get(gram) ?? 0) / unanswered.length + part;
    evidence.set(gram, Math.log(rate / otherRate));
  }

  return (query) => {
    let sum = 0;
    for (const gram of query.keys()) sum += evidence.get(gram) ?? 0;
    return sum;
  };
}

/** In how many of the questions each word and each bigram is. */
function frequenciesIn(questions: readonly Words[]): ReadonlyMap<number, number> {
  const frequencies = new Map<number, number>();
  const count = (gram: number) => {
    frequencies.set(gram, (frequencies.get(gram) ?? 0) + 1);
  };
  for (const question of questions) {
    for (const word of question.keys()) count(word);
    eachBigram(question, count);
  }
  return frequencies;
}

/** The words of a question and its bigrams. */
function gramsOf(question: Words): Words {
  const grams = new Map(question);
  eachBigram(question, (bigram) => grams.set(bigram, BIGRAM_WEIGHT));
  return grams;
}

/** Calls back with each bigram of a question, also with those of its beginning and its end. */
function eachBigram(question: Words, visit: (bigram: number) => void): void {
  let before = EDGE;
  for (const word of question.keys()) {
    visit(bigramOf(before, word));
    before = word;
  }
  visit(bigramOf(before, EDGE));
}
