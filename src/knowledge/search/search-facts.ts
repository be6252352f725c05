import type { FactIndex, Match } from "../fact-index.ts";
import { confidenceOf } from "./confidence.ts";
import { createWitness } from "./evidence.ts";
import type { ReadExamples } from "./example-words.ts";
import { createExplainer } from "./explain.ts";
import type { FactTable } from "./fact-table.ts";
import { createFinder } from "./find-facts.ts";
import { createScope, TYPICAL_SCOPE } from "./scope.ts";

/** So many are ever shown as answers; a later match is as sure as the last of them at the most. */
const WEIGHED_MAX = 6;
/** Below this, it makes no difference how much less sure the next one is. */
const NEGLIGIBLE = 0.01;

/** Searches a table: what is called so is sure, and what else was found is scored by the evidence for it. */
export function createSearch(table: FactTable, examples: ReadExamples): FactIndex["search"] {
  const find = createFinder(table, examples);
  const scopeOf = createScope(examples);

  return (query, options) => {
    const { called, candidates, read } = find(query, options);
    // Half a question resembles anything.
    const scope = options.typing ? TYPICAL_SCOPE : scopeOf(read.words);
    const weighUp = createWitness(read.groups, table.lists, scope);
    // A fact that fits less well is not surer, however much it leaves over.
    let score = 1;
    const found = candidates.map((candidate, at) => {
      const isWeighed = at < WEIGHED_MAX && score > NEGLIGIBLE;
      if (isWeighed) score = Math.min(score, confidenceOf(weighUp(candidate)));
      return { fact: candidate.fact, score };
    });
    const matches: Match[] = [...called.map((fact) => ({ fact, score: 1 })), ...found].slice(
      0,
      options.limit,
    );
    if (!options.reasons) return matches;
    const explain = createExplainer(read.groups, table.vocabulary);
    return matches.map((match) => ({ ...match, reasons: explain(match.fact) }));
  };
}
