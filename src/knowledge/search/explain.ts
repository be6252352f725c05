import type { Fact } from "../fact.ts";
import type { Reason } from "../fact-index.ts";
import type { Group, How } from "./groups.ts";
import { eachTerm } from "./tokenize.ts";
import type { Vocabulary } from "./vocabulary.ts";

interface Cause {
  readonly word: string;
  readonly how: How;
}

/** Tells which words of a fact answer to which words of a query. */
export function createExplainer(
  groups: readonly Group[],
  vocabulary: Vocabulary,
): (fact: Fact) => readonly Reason[] {
  const causes = new Map<number, Cause>();
  for (const { term, readings } of groups) {
    for (const { stem, how } of readings) {
      if (!causes.has(stem)) causes.set(stem, { word: term.text, how });
    }
  }
  return (fact) => [
    ...reasonsIn(fact.title, "title", 0, causes, vocabulary),
    ...fact.aliases.flatMap((alias, at) => reasonsIn(alias, "aliases", at, causes, vocabulary)),
    ...fact.tags.flatMap((tag, at) => reasonsIn(tag, "tags", at, causes, vocabulary)),
    ...reasonsIn(fact.body, "body", 0, causes, vocabulary),
  ];
}

function reasonsIn(
  text: string,
  field: Reason["field"],
  at: number,
  causes: ReadonlyMap<number, Cause>,
  vocabulary: Vocabulary,
): readonly Reason[] {
  const reasons: Reason[] = [];
  let covered = 0;
  eachTerm(text, (term, start, end) => {
    const stem = vocabulary.findStem(term);
    const cause = stem === undefined ? undefined : causes.get(stem);
    // A compound and its parts stand in one place.
    if (!cause || start < covered) return;
    covered = end;
    reasons.push({ field, at, start, end, ...cause });
  });
  return reasons;
}
