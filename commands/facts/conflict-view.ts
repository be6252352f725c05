import type { MessageBody } from "../../src/discord/command.ts";
import { withDiffs } from "../../src/discord/diff-view.ts";
import type { EditConflict } from "../../src/knowledge/curation.ts";
import { diffFacts } from "../../src/knowledge/fact-diff.ts";

/** What two people made of one fact at once, for whoever has a form open: it holds both, and decides. */
export function formConflictView(conflict: EditConflict): MessageBody {
  const content =
    conflict.current === null
      ? "Somebody has removed this fact meanwhile. Nothing was saved, and nothing that you typed is lost. Saving it again brings the fact back."
      : `${conflict.message} Opened again, the form holds what you typed there and their text everywhere else; saving it decides.`;
  return bothChanges(content, conflict);
}

/** The same for whoever pressed a button: there is nothing typed, and `/facts edit` decides. */
export function conflictView(conflict: EditConflict): MessageBody {
  const { message, current, wanted } = conflict;
  const content =
    current === null
      ? `\`${wanted.id}\`: somebody has removed this fact meanwhile. Nothing was saved. \`/facts restore\` brings it back.`
      : `\`${wanted.id}\`: ${message} What it is to say is decided with \`/facts edit\`.`;
  return bothChanges(content, conflict);
}

function bothChanges(content: string, { wanted, current }: EditConflict): MessageBody {
  return withDiffs({ content }, [
    {
      title: current === null ? "What was removed" : "What they changed",
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
