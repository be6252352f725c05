import type { Reason } from "../fact-index.ts";
import type { QueryTerm } from "./query-terms.ts";

/** How a reading of a word was come by. */
export type How = Reason["how"];

/** One way to read a word of a query: a stem of the index, and how close the word is to it, 0 to 1. */
export interface Reading {
  readonly stem: number;
  readonly closeness: number;
  readonly how: How;
}

/** A reading with what it is worth to a fact that is all about it. */
export interface WeighedReading extends Reading {
  readonly worth: number;
}

/** A word of a query with all its readings, closest first. Of these a fact earns the best one, not the sum. */
export interface Group {
  readonly term: QueryTerm;
  readonly readings: readonly WeighedReading[];
  /** Stems of words that may be meant too, but are only believed in names. */
  readonly related: readonly number[];
  /** What the word counts beside the others of the query. */
  readonly weight: number;
  /** No fact has the word, and what it was read as is at best a guess. */
  readonly isMissing: boolean;
  /** It says how something is asked rather than what about. */
  readonly isWeak: boolean;
  /** It is too short to be looked for anywhere but in names. */
  readonly namesOnly: boolean;
}
