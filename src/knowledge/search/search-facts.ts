import type { Fact } from "../fact.ts";
import type { Match, SearchOptions, Work } from "../fact-index.ts";
import { nameKey } from "../name-key.ts";
import { createExplainer } from "./explain.ts";
import type { FactTable } from "./fact-table.ts";
import type { Group } from "./groups.ts";
import { interpret } from "./interpret.ts";
import { createNameMatcher, type NameMatch } from "./name-match.ts";
import { queryTerms } from "./query-terms.ts";
import { questionBit } from "./question-words.ts";
import { createRanker } from "./rank.ts";
import { confidenceOf, queryEvidence, relevanceOf } from "./relevance.ts";
import { eachTerm } from "./tokenize.ts";

/** How many of the facts that BM25 puts first are compared by name too. */
const POOL_SIZE = 50;
/** What of a query is read: longer ones are pasted texts, and their beginning says what they are about. */
const QUERY_MAX_LENGTH = 6_000;

interface Candidate {
  readonly fact: Fact;
  readonly share: number;
  readonly names: NameMatch;
  readonly relevance: number;
}

/** Finds facts in a table: those called so, then the rest by relevance. */
export function createSearch(table: FactTable) {
  const ranker = createRanker(table.lists);

  /** The facts that some word of the query leads to, by relevance. */
  function findByWords(query: string, groups: readonly Group[], limit: number, work: Work) {
    const pool = Math.max(limit, POOL_SIZE);
    const ranking = ranker.rank(groups, table.earnings(), pool, table.order, work);
    const compare = createNameMatcher(groups, questionBits(query), table.frequencies);
    const whole = groups.reduce((sum, { weight }) => sum + weight, 0) || 1;
    const candidates = ranking.slots.map((slot, at): Candidate => {
      const share = (ranking.scores[at] ?? 0) / whole;
      const names = compare(table.namesAt(slot));
      return { fact: table.factAt(slot), share, names, relevance: relevanceOf(share, names) };
    });
    return candidates
      .sort((a, b) => b.relevance - a.relevance || compareIds(a.fact, b.fact))
      .slice(0, limit);
  }

  return function search(
    text: string,
    { limit, typing = false, reasons = false, work }: SearchOptions,
  ): readonly Match[] {
    const query = text.slice(0, QUERY_MAX_LENGTH);
    const counted = work ?? { postings: 0, words: 0 };
    const exact = table.called(nameKey(query)).map(table.factAt).sort(compareIds);
    const groups = interpret(queryTerms(query, typing), typing, table, counted);
    const matches: Match[] = [...new Set(exact)].map((fact) => ({ fact, score: 1 }));
    const evidence = queryEvidence(groups);
    let least = 1;
    for (const candidate of findByWords(query, groups, limit + matches.length, counted)) {
      const { fact, share, names } = candidate;
      if (exact.includes(fact)) continue;
      // A fact that is put behind another is never said to be surer.
      least = Math.min(least, confidenceOf(share, names, evidence));
      matches.push({ fact, score: least });
    }
    const best = matches.slice(0, limit);
    if (!reasons) return best;
    const explain = createExplainer(groups, table.vocabulary);
    return best.map((match) => ({ ...match, reasons: explain(match.fact) }));
  };
}

function questionBits(query: string): number {
  let bits = 0;
  eachTerm(query, (term) => {
    bits |= questionBit(term);
  });
  return bits;
}

function compareIds(a: Fact, b: Fact): number {
  return a.id < b.id ? -1 : 1;
}
