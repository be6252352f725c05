import type { Group } from "./groups.ts";
import { mentionedList, namedList, type PostingLists } from "./posting-lists.ts";
import type { Compared } from "./relevance.ts";
import type { Scope } from "./scope.ts";

/** What speaks for a fact as the answer to a query, and what against it. Words are those that matter: neither small nor weak. */
export interface Evidence {
  /** How well the fact fits, compared with others: see `relevanceOf`. */
  readonly relevance: number;
  /** How far the query resembles the nearest of the questions that the fact answers, 0 to 1. */
  readonly nearness: number;
  /** How many words of the query the fact's names say, ... */
  readonly named: number;
  /** ... how rare these are together, ... */
  readonly namedWeight: number;
  /** ... and how many words they do not say. */
  readonly unnamed: number;
  /** How many words the fact says nowhere. */
  readonly absent: number;
  /** How many words no fact says ... */
  readonly missing: number;
  /** ... and whether one of them is written as names in programs are: who asks for that asks for nothing else. */
  readonly missesIdentifier: boolean;
  /** No word of the query matters. */
  readonly isEmpty: boolean;
  /** How many words the query has, weak ones included. */
  readonly length: number;
  /** The query has one word, which is little to go by: `hello` is in a fact too. */
  readonly isSingle: boolean;
  /** How far it resembles a question that is known to have no answer here ... */
  readonly resemblance: number;
  /** ... and how much likelier its words are in questions that have one: see `Scope`. Both less, the better the fact fits. */
  readonly likelihood: number;
}

/**
 * Weighs up facts found for a query. That a fact fits better than all others does not make it an answer: who asks for a
 * maintainer's phone number finds that maintainer. What tells is the words of the question that the fact leaves over.
 */
export function createWitness(
  groups: readonly Group[],
  lists: PostingLists,
  scope: Scope,
): (fact: Compared) => Evidence {
  const matter = groups.filter(({ isWeak }) => !isWeak);
  const missing = matter.filter(({ isMissing }) => isMissing);
  const missesIdentifier = missing.some(({ term }) => term.isIdentifier);
  const isEmpty = matter.every(({ term }) => term.isWhole);
  const words = matter.map(({ term, readings, related, weight }) => ({
    stems: [...readings.map(({ stem }) => stem), ...related],
    weight,
    isWhole: term.isWhole,
  }));

  return ({ slot, relevance, fit: { nearness } }) => {
    let named = 0;
    let namedWeight = 0;
    let unnamed = 0;
    let absent = 0;
    for (const { stems, weight, isWhole } of words) {
      const isNamed = stems.some((stem) => lists.find(namedList(stem), slot) > 0);
      if (isNamed) namedWeight += weight;
      // A compound counts by its parts.
      if (isWhole) continue;
      if (isNamed) named += 1;
      else {
        unnamed += 1;
        if (!stems.some((stem) => lists.find(mentionedList(stem), slot) > 0)) absent += 1;
      }
    }
    const doubt = 1 - relevance;
    return {
      relevance,
      nearness,
      named,
      namedWeight,
      unnamed,
      absent,
      missing: missing.length,
      missesIdentifier,
      isEmpty,
      length: groups.length,
      isSingle: groups.length <= 1,
      resemblance: scope.resemblance * doubt,
      likelihood: scope.likelihood * doubt,
    };
  };
}
