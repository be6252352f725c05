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

/** A fact that was compared with a query. */
export interface Compared {
  /** Where the fact is in its table. */
  readonly slot: number;
  readonly fit: Fit;
  readonly relevance: number;
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
