import { structuredPatch } from "diff";
import type { Fact } from "./fact.ts";

/** Unchanged lines that are shown around a change. */
const CONTEXT_LINES = 2;

/**
 * What changed from one text of a fact to another, as lines of a unified diff without its headers: each begins with
 * `-`, `+` or a space; `…` stands for unchanged lines that are left out. Empty where nothing changed; null stands for
 * no fact.
 */
export function diffFacts(before: Fact | null, after: Fact | null): string {
  const [from, to] = [factText(before), factText(after)];
  const { hunks } = structuredPatch("", "", from, to, "", "", { context: CONTEXT_LINES });
  return hunks
    .map(({ lines }) => lines.filter((line) => !line.startsWith("\\")).join("\n"))
    .join("\n…\n");
}

/** A fact as text to be read and compared: a line a value, and a line a sentence of the body. */
export function factText(fact: Fact | null): string {
  if (fact === null) return "";
  const lines = [
    `title: ${fact.title}`,
    // Apart from each other, a change of both shows as one of each.
    "",
    ...sentences(fact.body),
    `topic: ${fact.topic}`,
    ...list("aliases", fact.aliases),
    ...list("tags", fact.tags),
    ...(fact.since === undefined ? [] : [`since: ${fact.since}`]),
    ...(fact.until === undefined ? [] : [`until: ${fact.until}`]),
    `status: ${fact.status}${fact.supersededBy === undefined ? "" : ` by ${fact.supersededBy}`}`,
    ...list(
      "sources",
      fact.sources.map(({ kind, title, url }) => `${kind} | ${title} | ${url}`),
    ),
    `checked: ${fact.checked.on} against ${fact.checked.against}`,
    ...list("related", fact.related),
    `featured: ${fact.featured ? "yes" : "no"}`,
  ];
  return `${lines.join("\n")}\n`;
}

function list(name: string, values: readonly string[]): readonly string[] {
  return values.length === 0 ? [] : [`${name}:`, ...values.map((value) => `  ${value}`)];
}

/** A paragraph is one line of the body: cut after each sentence, a change shows where it is. No sign is lost. */
function sentences(body: string): readonly string[] {
  return body.split("\n").flatMap((line) => line.split(/(?<=[.?!]\s)(?=\S)/u));
}
