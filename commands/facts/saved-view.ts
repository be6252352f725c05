import { ButtonStyle } from "discord.js";
import type { MessageBody } from "../../src/discord/command.ts";
import { button, rows } from "../../src/discord/components.ts";
import { withDiffs } from "../../src/discord/diff-view.ts";
import { embedOf } from "../../src/discord/fact-embed.ts";
import type { Saved } from "../../src/knowledge/curation.ts";
import { diffFacts } from "../../src/knowledge/fact-diff.ts";
import type { KnowledgeBase } from "../../src/knowledge/knowledge-base.ts";
import { factsId } from "./subcommand.ts";

/** A change as it was kept: the fact as readers see it now, what changed, and the way back. */
export function savedView(
  base: KnowledgeBase,
  factId: string,
  { revisions, merged }: Saved,
  headline: string,
): MessageBody {
  const fact = base.findFact(factId);
  const embeds = fact ? [embedOf(base, fact)] : [];
  const made = revisions.find(({ id }) => id === factId) ?? revisions[0];
  if (!made) return { content: "That is what stands there already: nothing was changed.", embeds };
  const others = revisions.filter(({ id }) => id !== made.id).map(({ id }) => `\`${id}\``);
  const lines = [
    `${headline} \`${made.id}\`: revision ${made.number}.`,
    merged ? "Somebody else had changed it meanwhile; both changes are in it." : "",
    others.length > 0 ? `Changed with it: ${others.slice(0, OTHERS_SHOWN).join(", ")}.` : "",
  ];
  const id = factsId("undo", "press", made.id, made.number);
  const message = {
    content: lines.filter(Boolean).join("\n"),
    embeds,
    components: rows([button(id, "Undo", { style: ButtonStyle.Danger })]),
  };
  const diff = diffFacts(made.before, made.after);
  return withDiffs(message, [{ title: "What changed", diff, fileName: `${made.id}.diff` }]);
}

const OTHERS_SHOWN = 20;
