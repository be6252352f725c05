import type { APIButtonComponent } from "discord.js";
import type { MessageBody } from "../../src/discord/command.ts";
import { button, rows } from "../../src/discord/components.ts";
import { withDiffs } from "../../src/discord/diff-view.ts";
import { embedOf } from "../../src/discord/fact-embed.ts";
import { count, numeral } from "../../src/discord/text.ts";
import type { Saved } from "../../src/knowledge/curation.ts";
import { diffFacts } from "../../src/knowledge/fact-diff.ts";
import type { Revision } from "../../src/knowledge/fact-store.ts";
import type { KnowledgeBase } from "../../src/knowledge/knowledge-base.ts";
import { factsId } from "./subcommand.ts";

/** How a change is told. */
interface Told {
  /** The fact that the answer shows. */
  readonly factId: string;
  /** How the answer begins. */
  readonly headline: string;
  /** Its facts are told as many of one kind, rather than as one fact and what changed with it. */
  readonly asMany?: boolean;
  /** Where to go on from here. */
  readonly more?: readonly APIButtonComponent[];
}

/** A change as it was kept: the fact as readers see it now, what changed, and the way back. */
export function savedView(
  base: KnowledgeBase,
  { revisions, merged }: Saved,
  { factId, headline, asMany = false, more = [] }: Told,
): MessageBody {
  const fact = base.findFact(factId);
  const embeds = fact ? [embedOf(base, fact)] : [];
  const made = revisions.find(({ id }) => id === factId) ?? revisions[0];
  if (!made) {
    const content = "That is what stands there already: nothing was changed.";
    return { content, embeds, components: rows(more) };
  }
  const ids = revisions.map(({ id }) => id);
  const others = ids.filter((id) => id !== made.id);
  const isList = asMany && others.length > 0;
  const alone = `${headline} \`${made.id}\`: revision ${made.number}.`;
  const lines = [
    isList ? `${headline} ${count(ids.length, "fact")}: ${listed(ids)}.` : alone,
    made.after === null && !isList
      ? "It is in the knowledge base no more; `/facts restore` brings it back."
      : "",
    merged ? "Somebody else had changed it meanwhile; both changes are in it." : "",
    others.length > 0 && !isList ? `Changed with it: ${listed(others)}.` : "",
  ];
  const id = factsId("undo", "press", made.id, made.number);
  const message = {
    content: lines.filter(Boolean).join("\n"),
    components: rows([button(id, "Undo"), ...more]),
  };
  if (isList) return message;
  if (isWhole(made)) return { ...message, embeds };
  const diff = diffFacts(made.before, made.after);
  const shown = { title: "What changed", diff, fileName: `${made.id}.diff` };
  return withDiffs({ ...message, embeds }, [shown]);
}

/** Whether a fact was taken out or put back as it was: its every line would be what changed. */
function isWhole({ kind, before, after }: Revision): boolean {
  const isOneSided = before === null || after === null;
  return isOneSided && (kind === "remove" || kind === "restore");
}

const IDS_SHOWN = 20;

function listed(ids: readonly string[]): string {
  const shown = ids.slice(0, IDS_SHOWN).map((id) => `\`${id}\``);
  const more = ids.length - shown.length;
  return shown.join(", ") + (more > 0 ? ` and ${numeral(more)} more` : "");
}
