import type { Fact } from "./fact.ts";

/** A fact that was found, and how surely. */
export interface Match {
  readonly fact: Fact;
  /** 0 unrelated ... 1 exact. Comparable between queries: the floor for an answer is set on it. */
  readonly score: number;
}

export interface SearchOptions {
  /** The most matches that are wanted, 1 or more. */
  readonly limit: number;
  /** The query is being typed: its last word may be unfinished. */
  readonly typing?: boolean;
}

/**
 * Finds facts by what people type. An exact id, title or alias comes first, then the words of the query. No input makes
 * it throw, and what it does for one query is bounded. An edit is searchable as soon as the method returns.
 */
export interface FactIndex {
  /** How many facts are in it. */
  readonly size: number;
  /** Puts in a fact that is not yet there. */
  add(fact: Fact): void;
  /** Puts a fact in the place of the one with the same id. */
  replace(fact: Fact): void;
  /** Takes a fact out; an unknown id is none to take out. */
  remove(id: string): void;
  /** The best matches, best first. An empty query matches nothing. */
  search(query: string, options: SearchOptions): readonly Match[];
}

export type CreateFactIndex = (facts: Iterable<Fact>) => FactIndex;

/**
 * The score from which a match is an answer. Below it the honest reply is "I don't know"; how it was set is told in
 * `docs/search.md`.
 */
export const ANSWER_FLOOR = 0.4;
