import type { Evidence } from "./evidence.ts";
import type { NameMatch } from "./name-match.ts";

/**
 * What BM25 and the names of a fact count: weights of a conditional logit on which fact answers a question, fitted by
 * `bench/relevance-calibrate.ts` on the calibration half of the relevance suite and further questions, and scaled to a sum
 * of about 1.
 */
const SHARE_WEIGHT = 0.08;
const BEST_WEIGHT = 0.02;
const FEW_WEIGHT = 0.11;
const FEW_CONTENT_WEIGHT = 0.07;
const LIKELIHOOD_WEIGHT = 0.34;
const BIGRAMS_WEIGHT = 0.29;
const PROMINENCE_WEIGHT = 0.02;
/** Twice what the fit says, whose questions are seldom nearly known ones: those are to find their facts. */
const NEARNESS_WEIGHT = 0.1;

/** A question that is not nearly the same says nothing. */
export const NEARNESS_POWER = 4;

/** How many facts name another as related for that one to be half as prominent as can be. */
const HALF_PROMINENT = 5;

/**
 * How prominent a fact is that so many others name as related, 0 to 1: who asks for a thing in few words means what it is
 * more often than a detail of it.
 */
export function prominenceOf(links: number): number {
  return links / (links + HALF_PROMINENT);
}

/** What tells how well a fact fits a query. */
export interface Fit {
  /** What BM25 gave of what it could give to this query, 0 to 1. */
  readonly share: number;
  readonly names: NameMatch;
  /** How likely the query's bigrams are among the fact's aliases and questions, 0 to 1: see `createBigramMatcher`. */
  readonly bigrams: number;
  /** How much the other facts lean on this one, 0 to 1. */
  readonly prominence: number;
  /** How far the query resembles the nearest of the questions that the fact answers, 0 to 1. */
  readonly nearness: number;
}

/** What facts are ordered by, 0 to 1. */
export function relevanceOf({ share, names, bigrams, prominence, nearness }: Fit): number {
  return (
    SHARE_WEIGHT * share +
    BEST_WEIGHT * names.best +
    FEW_WEIGHT * names.few +
    FEW_CONTENT_WEIGHT * names.fewContent +
    LIKELIHOOD_WEIGHT * names.likelihood +
    BIGRAMS_WEIGHT * bigrams +
    PROMINENCE_WEIGHT * prominence +
    NEARNESS_WEIGHT * nearness ** NEARNESS_POWER
  );
}

/** From here on, two questions are the same but for the order of their words and their endings. */
const SAME_MIN = 0.999;

/** What a fact that is not called exactly as the query can score at most. */
export const SCORE_MAX_INEXACT = 0.99;

/**
 * Weights of a logistic regression on whether the best fact answers a question, fitted by `bench/relevance-calibrate.ts`
 * on the calibration half of the relevance suite and on further questions without an answer. The constant is then moved
 * so that the floor is a half.
 */
const CONSTANT = -3.33;
const RELEVANCE_WEIGHT = 9.65;
const NAMED_WEIGHT = 1.37;
const NAMED_RARITY_WEIGHT = -1.14;
const UNNAMED_WEIGHT = -1.17;
const ABSENT_WEIGHT = -0.91;
const MISSING_WEIGHT = -1.56;
const LENGTH_WEIGHT = 0.84;
const MISSING_IDENTIFIER_WEIGHT = -1.74;
const EMPTY_WEIGHT = -3.54;
const SINGLE_WEIGHT = -1.91;
const RESEMBLANCE_WEIGHT = -16.41;
const LIKELIHOOD_IN_SCOPE_WEIGHT = 0.24;
const SHARE_FOUND_WEIGHT = 3.28;

/** The numbers that the regression is about, in the order of its weights. More of the same words tell less and less. */
export function featuresOf(evidence: Evidence): readonly number[] {
  const { relevance, named, namedWeight, unnamed, absent, missing, length } = evidence;
  const counts = [named, namedWeight, unnamed, absent, missing, length].map((count) =>
    Math.log(1 + count),
  );
  const flags = [evidence.missesIdentifier, evidence.isEmpty, evidence.isSingle].map(Number);
  return [
    relevance,
    ...counts,
    ...flags,
    evidence.resemblance,
    evidence.likelihood,
    evidence.share,
  ];
}

const FEATURE_WEIGHTS = [
  RELEVANCE_WEIGHT,
  NAMED_WEIGHT,
  NAMED_RARITY_WEIGHT,
  UNNAMED_WEIGHT,
  ABSENT_WEIGHT,
  MISSING_WEIGHT,
  LENGTH_WEIGHT,
  MISSING_IDENTIFIER_WEIGHT,
  EMPTY_WEIGHT,
  SINGLE_WEIGHT,
  RESEMBLANCE_WEIGHT,
  LIKELIHOOD_IN_SCOPE_WEIGHT,
  SHARE_FOUND_WEIGHT,
];

/** How sure it is that a fact answers the query: 0 to SCORE_MAX_INEXACT. */
export function confidenceOf(evidence: Evidence): number {
  if (evidence.nearness >= SAME_MIN) return SCORE_MAX_INEXACT;
  const sum = featuresOf(evidence).reduce(
    (total, feature, at) => total + feature * (FEATURE_WEIGHTS[at] ?? 0),
    CONSTANT,
  );
  return SCORE_MAX_INEXACT / (1 + Math.exp(-sum));
}
