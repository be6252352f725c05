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
 * Weights of a logistic regression on whether the facts answer a question, fitted by `bench/relevance-calibrate.ts` on
 * the calibration half of the relevance suite. The constant is then moved so that the floor is a half.
 */
const CONSTANT = -3.07;
const RELEVANCE_WEIGHT = 6.37;
const MISSING_WEIGHT = -3.3;
const SINGLE_WEIGHT = -4.09;

/** What of a query bears on whether it can be answered at all. */
export interface QueryEvidence {
  /** How many words that matter no fact holds. */
  readonly missing: number;
  /** It has one word, which is little to go by: `hello` is in a fact too. */
  readonly isSingle: boolean;
}

export function queryEvidence(groups: readonly Group[]): QueryEvidence {
  return {
    missing: groups.filter((group) => group.isMissing && !group.isWeak).length,
    isSingle: groups.length <= 1,
  };
}

/** How sure it is that a fact answers the query: 0 to SCORE_MAX_INEXACT. */
export function confidenceOf(relevance: number, { missing, isSingle }: QueryEvidence): number {
  const evidence =
    CONSTANT +
    RELEVANCE_WEIGHT * relevance +
    MISSING_WEIGHT * Math.log(1 + missing) +
    (isSingle ? SINGLE_WEIGHT : 0);
  return SCORE_MAX_INEXACT / (1 + Math.exp(-evidence));
}
