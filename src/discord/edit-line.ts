import type { Revision } from "../knowledge/fact-store.ts";
import type { MessageBody } from "./command.ts";
import { isAlongside, verbOf } from "./revision-words.ts";
import { count, quoteTyped } from "./text.ts";

const IDS_SHOWN = 10;

/** One line on a change for the curators' channel: who, what and why, without links and without mentioning anybody. */
export function editLine(revisions: readonly Revision[]): MessageBody | undefined {
  const [first] = revisions;
  if (!first) return undefined;
  const more = revisions.length - IDS_SHOWN;
  const what = [
    ...whatWasDone(revisions.slice(0, IDS_SHOWN)),
    ...(more > 0 ? [count(more, "other")] : []),
  ].join(", ");
  const suggested = first.kind === "suggestion" ? ", as was suggested" : "";
  const why = first.why === "" ? "" : `: ${quoteTyped(first.why, 300)}`;
  return { content: `${quoteTyped(first.by.name, 80)} ${what}${suggested}${why}` };
}

/** The facts under what was done to them: ``removed `a` (revision 1), changed with it `b`, `c` ``. */
function whatWasDone(revisions: readonly Revision[]): readonly string[] {
  const byVerb = new Map<string, string[]>();
  const isBringingBack = revisions[0]?.kind === "restore" && revisions[0].before === null;
  for (const revision of revisions) {
    const isLinkedAgain = isBringingBack && revision.before !== null;
    const isWithIt = isAlongside(revision) || isLinkedAgain;
    const verb = isWithIt ? "changed with it" : verbOf(revision);
    const fact = `\`${revision.id}\`${isWithIt ? "" : ` (revision ${revision.number})`}`;
    byVerb.set(verb, [...(byVerb.get(verb) ?? []), fact]);
  }
  return [...byVerb].map(([verb, facts]) => `${verb} ${facts.join(", ")}`);
}
