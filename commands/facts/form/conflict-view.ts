import type { MessageBody } from "../../../src/discord/command.ts";
import { withDiffs } from "../../../src/discord/diff-view.ts";
import type { EditConflict } from "../../../src/knowledge/curation.ts";
import { diffFacts } from "../../../src/knowledge/fact-diff.ts";

/** What two people made of one fact at once: what the other one changed, and what was wanted. */
export function conflictView({ message, wanted, current }: EditConflict): MessageBody {
  const removed = current === null;
  const content = removed
    ? "Somebody has removed this fact meanwhile. Nothing was saved, and nothing that you typed is lost. Saving it again brings the fact back."
    : `${message} Opened again, the form holds what you typed there and their text everywhere else; saving it decides.`;
  return withDiffs({ content }, [
    {
      title: removed ? "What was removed" : "What they changed",
      diff: diffFacts(wanted.from, current),
      fileName: "theirs.diff",
    },
    {
      title: "What you changed",
      diff: diffFacts(wanted.from, wanted.to),
      fileName: "yours.diff",
    },
  ]);
}
