import type { Revision } from "../knowledge/fact-store.ts";
import type { MessageBody } from "./command.ts";
import { count, quoteTyped } from "./text.ts";

const IDS_SHOWN = 10;
const WORDS: Readonly<Record<Revision["kind"], string>> = {
  add: "added",
  edit: "edited",
  remove: "removed",
  restore: "restored",
  verify: "checked",
  import: "imported",
  merge: "merged",
  suggestion: "took up a suggestion for",
};

/** One line on a change for the curators' channel: who, what and why, without links and without mentioning anybody. */
export function editLine(revisions: readonly Revision[]): MessageBody | undefined {
  const [first] = revisions;
  if (!first) return undefined;
  const ids = revisions
    .slice(0, IDS_SHOWN)
    .map(({ id, number }) => `\`${id}\` (revision ${number})`);
  const more = revisions.length - ids.length;
  const what = [...ids, ...(more > 0 ? [`${count(more, "other")}`] : [])].join(", ");
  const why = first.why === "" ? "" : `: ${quoteTyped(first.why, 300)}`;
  return { content: `${quoteTyped(first.by.name, 80)} ${WORDS[first.kind]} ${what}${why}` };
}
