import type { Match, Reason } from "./fact-index.ts";

/** How much of a body is shown before the word that answers to the query. */
const BEFORE = 30;

/**
 * Why a fact matched, in one line, where its title does not show that by itself: the alias that says more of the query
 * than the title does, or else the place in the body with a word that the title lacks. Markdown is left as it stands.
 */
export function whyMatched({ fact, reasons = [] }: Match): string | undefined {
  const inTitle = wordsOf(reasons.filter(({ field }) => field === "title"));
  const alias = bestAlias(reasons);
  if (alias && alias.words.size > inTitle.size) return `“${fact.aliases[alias.at] ?? ""}”`;
  const inBody = reasons.find(({ field, word }) => field === "body" && !inTitle.has(word));
  return inBody && partOf(fact.body, inBody.start);
}

function bestAlias(reasons: readonly Reason[]) {
  const byAlias = new Map<number, Reason[]>();
  for (const reason of reasons) {
    if (reason.field !== "aliases") continue;
    byAlias.set(reason.at, [...(byAlias.get(reason.at) ?? []), reason]);
  }
  return [...byAlias]
    .map(([at, own]) => ({ at, words: wordsOf(own) }))
    .sort((a, b) => b.words.size - a.words.size)[0];
}

function wordsOf(reasons: readonly Reason[]): ReadonlySet<string> {
  return new Set(reasons.map(({ word }) => word));
}

/** From the beginning of the sentence that the place is in, or of a word shortly before it, to the end. */
function partOf(body: string, place: number): string {
  const sentence = Math.max(
    ...[". ", ": ", "; ", "\n"].map((end) => body.lastIndexOf(end, place) + 1),
  );
  if (place - sentence <= BEFORE) return body.slice(sentence).trim();
  const word = body.indexOf(" ", place - BEFORE) + 1;
  return `…${body.slice(Math.min(word, place))}`;
}
