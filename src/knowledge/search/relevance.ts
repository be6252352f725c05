import type { Evidence } from "./evidence.ts";
import type { NameMatch } from "./name-match.ts";

/**
 * What BM25 and the names of a fact count: weights of a conditional logit on which fact answers a question, fitted by
 * `bench/relevance-calibrate.ts` on the calibration half of the relevance suite, and scaled to a sum of 1.
 */
const SHARE_WEIGHT = 0.25;
const TITLE_WEIGHT = 0.05;
const BEST_WEIGHT = 0.2;
const FEW_WEIGHT = 0.29;
const FEW_CONTENT_WEIGHT = 0.21;

/** What facts are ordered by, 0 to 1. `share` is what BM25 gave of what it could give to this query. */
export function relevanceOf(share: number, names: NameMatch): number {
  return (
    SHARE_WEIGHT * share +
    TITLE_WEIGHT * names.title +
    BEST_WEIGHT * names.best +
    FEW_WEIGHT * names.few +
    FEW_CONTENT_WEIGHT * names.fewContent
  );
}

/** What a fact that is not called exactly as the query can score at most. */
export const SCORE_MAX_INEXACT = 0.99;

/**
 * Weights of a logistic regression on whether the best fact answers a question, fitted by `bench/relevance-calibrate.ts`
 * on the calibration half of the relevance suite and on further questions without an answer. The constant is then moved
 * so that the floor is a half.
 */
const CONSTANT = 0.0;
const RELEVANCE_WEIGHT = 4.64;
const NAMED_WEIGHT = 1.72;
const NAMED_RARITY_WEIGHT = -1.05;
const UNNAMED_WEIGHT = -1.28;
const ABSENT_WEIGHT = -1.15;
const MISSING_WEIGHT = -1.79;
const LENGTH_WEIGHT = 2.32;
const MISSING_IDENTIFIER_WEIGHT = -3.02;
const EMPTY_WEIGHT = -1.88;
const SINGLE_WEIGHT = -1.97;
const OUT_OF_SCOPE_WEIGHT = -16.59;

/** The numbers that the regression is about, in the order of its weights. More of the same words tell less and less. */
export function featuresOf(evidence: Evidence): readonly number[] {
  const { relevance, named, namedWeight, unnamed, absent, missing, length } = evidence;
  const counts = [named, namedWeight, unnamed, absent, missing, length].map((count) =>
    Math.log(1 + count),
  );
  const flags = [evidence.missesIdentifier, evidence.isEmpty, evidence.isSingle].map(Number);
  return [relevance, ...counts, ...flags, evidence.outOfScope];
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
  OUT_OF_SCOPE_WEIGHT,
];

/** How sure it is that a fact answers the query: 0 to SCORE_MAX_INEXACT. */
export function confidenceOf(evidence: Evidence): number {
  const sum = featuresOf(evidence).reduce(
    (total, feature, at) => total + feature * (FEATURE_WEIGHTS[at] ?? 0),
    CONSTANT,
  );
  return SCORE_MAX_INEXACT / (1 + Math.exp(-sum));
}
