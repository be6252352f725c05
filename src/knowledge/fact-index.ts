import type { Fact } from "./fact.ts";

/** A fact that was found, and how surely. */
export interface Match {
  readonly fact: Fact;
  /** 0 unrelated ... 1 exact. Comparable between queries: the floor for an answer is set on it. */
  readonly score: number;
  /** Why it matched, where that was asked for: places in title, aliases, tags and body, in this order. */
  readonly reasons?: readonly Reason[];
}

export interface SearchOptions {
  /** The most matches that are wanted, 1 or more. */
  readonly limit: number;
  /** The query is being typed: its last word may be unfinished. */
  readonly typing?: boolean;
  /** Tell with each match why it matched. */
  readonly reasons?: boolean;
  /** Where to count what answering took; counts are added to what is there. */
  readonly work?: Work;
}

/** What answering a query took. The same on every machine, unlike time. */
export interface Work {
  /** Postings that were read. */
  postings: number;
  /** Words of the vocabulary that were compared with a word of the query. */
  words: number;
}

/** Why a fact matched: a place in it that answers to a word of the query. */
export interface Reason {
  readonly field: "title" | "aliases" | "tags" | "body";
  /** Which of the aliases or tags, counted from 0; 0 for title and body. */
  readonly at: number;
  /** Where in the text it begins and ends, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** The word of the query, case and accents folded. */
  readonly word: string;
  /**
   * How the word was read: as it is, joined with its neighbour, as the beginning of a longer word, as a misspelling, as
   * two words, as a related word, or as a guess.
   */
  readonly how: "exact" | "joined" | "completion" | "spelling" | "split" | "related" | "guess";
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
  /** The facts whose id, title or an alias has this key, in the sense of `nameKey`. */
  called(key: string): readonly Fact[];
  /** The best matches, best first. An empty query matches nothing. */
  search(query: string, options: SearchOptions): readonly Match[];
}

/** Questions as people type them, to learn from. */
export interface Examples {
  /** By the id of a fact, what it answers: what is asked in such words is more likely meant for it. */
  readonly answered?: ReadonlyMap<string, readonly string[]>;
  /** What no fact answers: what is asked in such words is less sure of an answer. */
  readonly outOfScope?: readonly string[];
}

export type CreateFactIndex = (facts: Iterable<Fact>, examples?: Examples) => FactIndex;
