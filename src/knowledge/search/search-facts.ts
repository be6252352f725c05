import type { FactIndex, Match } from "../fact-index.ts";
import { createExplainer } from "./explain.ts";
import type { FactTable } from "./fact-table.ts";
import { createFinder } from "./find-facts.ts";
import { confidenceOf, queryEvidence } from "./relevance.ts";

/** Searches a table: what is called so is sure, and what else was found is scored by the evidence for it. */
export function createSearch(table: FactTable): FactIndex["search"] {
  const find = createFinder(table);

  return (query, options) => {
    const { called, candidates, groups } = find(query, options);
    const evidence = queryEvidence(groups);
    const matches: Match[] = [
      ...called.map((fact) => ({ fact, score: 1 })),
      ...candidates.map(({ fact, relevance }) => ({
        fact,
        score: confidenceOf(relevance, evidence),
      })),
    ].slice(0, options.limit);
    if (!options.reasons) return matches;
    const explain = createExplainer(groups, table.vocabulary);
    return matches.map((match) => ({ ...match, reasons: explain(match.fact) }));
  };
}
