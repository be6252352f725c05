import type { Group } from "./groups.ts";
import type { NameMatch } from "./name-match.ts";

/** What full agreement with a name adds to the share of BM25 that a fact earned. */
const TITLE_WEIGHT = 0.5;
const ALIAS_WEIGHT = 0.5;
const ALIAS_FILLED_WEIGHT = 0.15;
const ASKED_ALIKE_WEIGHT = 0.1;

/**
 * What facts are ordered by. `share` is what BM25 gave of what it could give to this query. Powers make a good agreement
 * count and a chance one not: a title must be nearly the query, an alias, which is written to be typed, need be less.
 */
export function relevanceOf(share: number, names: NameMatch): number {
  return (
    share +
    TITLE_WEIGHT * names.title * names.title * names.title +
    ALIAS_WEIGHT * names.alias * names.alias +
    ALIAS_FILLED_WEIGHT * names.aliasFilled * names.aliasFilled +
    (names.isAskedAlike ? ASKED_ALIKE_WEIGHT : 0)
  );
}

/** What a fact that is not called exactly as the query can score at most. */
export const SCORE_MAX_INEXACT = 0.99;

/**
 * Weights of a logistic regression, fitted on the calibration half of the relevance suite by `bench/calibrate.ts`: is
 * the question one that the facts answer? Shifted so that the floor is a half.
 */
const LOGISTIC = { constant: -3, share: 6, agreement: 4, missing: -2.8, single: -4 } as const;

/** What of the query alone bears on whether it can be answered. */
export interface QueryEvidence {
  /** How many words that matter no fact holds. */
  readonly missing: number;
  /** It is one word. */
  readonly isSingle: boolean;
}

export function queryEvidence(groups: readonly Group[]): QueryEvidence {
  return {
    missing: groups.filter((group) => group.isMissing && !group.isWeak).length,
    isSingle: groups.length <= 1,
  };
}

/** How sure it is that a fact answers the query: 0 to SCORE_MAX_INEXACT. */
export function confidenceOf(share: number, names: NameMatch, query: QueryEvidence): number {
  const evidence =
    LOGISTIC.constant +
    LOGISTIC.share * share +
    LOGISTIC.agreement * Math.max(names.title, names.alias) +
    LOGISTIC.missing * Math.log(1 + query.missing) +
    (query.isSingle ? LOGISTIC.single : 0);
  return SCORE_MAX_INEXACT / (1 + Math.exp(-evidence));
}
