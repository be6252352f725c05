import type { Evidence } from "./evidence.ts";

/** From here on, two questions are the same but for the order of their words and their endings. */
const SAME_MIN = 0.999;

/** What a fact that is not called exactly as the query can score at most. */
export const SCORE_MAX_INEXACT = 0.99;

/**
 * Weights of a logistic regression on whether the best fact answers a question, fitted by `bench/relevance-calibrate.ts`
 * on the calibration half of the relevance suite and on further questions. The constant is then moved so that `ANSWER_FLOOR`
 * is where it says.
 */
const CONSTANT = -2.93;
const RELEVANCE_WEIGHT = 12.44;
const NAMED_WEIGHT = 1.36;
const NAMED_RARITY_WEIGHT = -0.89;
const UNNAMED_WEIGHT = -1.35;
const ABSENT_WEIGHT = -1.34;
const MISSING_WEIGHT = -1.94;
const LENGTH_WEIGHT = 0.83;
const MISSING_IDENTIFIER_WEIGHT = -2.1;
const EMPTY_WEIGHT = -2.82;
const SINGLE_WEIGHT = -1.59;
const RESEMBLANCE_WEIGHT = -15.95;
const LIKELIHOOD_IN_SCOPE_WEIGHT = 0.25;

/** The numbers that the regression is about, in the order of its weights. More of the same words tell less and less. */
export function featuresOf(evidence: Evidence): readonly number[] {
  const { relevance, named, namedWeight, unnamed, absent, missing, length } = evidence;
  const counts = [named, namedWeight, unnamed, absent, missing, length].map((count) =>
    Math.log(1 + count),
  );
  const flags = [evidence.missesIdentifier, evidence.isEmpty, evidence.isSingle].map(Number);
  return [relevance, ...counts, ...flags, evidence.resemblance, evidence.likelihood];
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
