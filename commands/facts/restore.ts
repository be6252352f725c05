import { ButtonStyle } from "discord.js";
import type { Caller, MessageBody } from "../../src/discord/command.ts";
import { button, factChoice, rows } from "../../src/discord/components.ts";
import { embedOf } from "../../src/discord/fact-embed.ts";
import { showPrivately } from "../../src/discord/show.ts";
import type { Edit } from "../../src/knowledge/curation.ts";
import { KnowledgeError } from "../../src/knowledge/errors.ts";
import type { Revision } from "../../src/knowledge/fact-store.ts";
import type { KnowledgeBase } from "../../src/knowledge/knowledge-base.ts";
import { nameKey } from "../../src/knowledge/name-key.ts";
import type { Desk } from "./desk.ts";
import { FACT_OPTION, subcommand } from "./options.ts";
import { listRemoved, type RemovedFact } from "./removed-facts.ts";
import { factsId, type Subcommand } from "./subcommand.ts";
import { revisionsOf } from "./undo.ts";

/** Facts that a name may mean. */
const NEAR_MAX = 3;

/** `/facts restore`: a removed fact as it was, and the links to it that its removal took, where they still fit. */
export function createRestore(desk: Desk): Subcommand {
  const { base, factStore, curation } = desk.deps;

  /** Asks about a fact that only part of a name was typed of: it may be another one than is meant. */
  function preview({ fact, removal }: RemovedFact, lead = ""): MessageBody {
    const id = factsId("restore", "press", fact.id, removal.number);
    return {
      content: [lead, `Restore \`${fact.id}\`? This is what was removed.`]
        .filter(Boolean)
        .join("\n"),
      embeds: [embedOf(base, fact)],
      components: rows([button(id, "Restore", { style: ButtonStyle.Primary })]),
    };
  }

  async function restore(caller: Caller, { fact, removal }: RemovedFact): Promise<MessageBody> {
    const change = await revisionsOf(factStore, removal.change);
    const edits = curation.restoring(removal, change);
    const notes = lostLinks(base, { fact, change, edits });
    const view = await desk.save(caller, {
      edits,
      factId: fact.id,
      kind: "restore",
      why: "",
      headline: "Restored",
    });
    return { ...view, content: [view.content, ...notes].filter(Boolean).join("\n") };
  }

  /** The removed fact that is meant, and whether by its id or its title. */
  async function find(typed: string) {
    const near = await listRemoved(factStore, typed);
    const byId = near.filter(({ fact }) => fact.id === typed.trim());
    const byTitle = near.filter(({ fact }) => nameKey(fact.title) === nameKey(typed));
    const called = byId.length > 0 ? byId : byTitle;
    const [removed, ...others] = called.length > 0 ? called : near;
    if (!removed || others.length > 0) throw unsure(near);
    return { removed, isCalled: called.length > 0 };
  }

  return {
    name: "restore",
    data: subcommand("restore", "Bring a removed fact back", [
      { ...FACT_OPTION, description: "Pick one of the removed facts" },
    ]),
    async execute(call) {
      const { removed, isCalled } = await find(call.options.getString("fact"));
      const message = isCalled ? await restore(call, removed) : preview(removed);
      return { type: "reply", private: true, message };
    },
    autocomplete: async ({ focused }) =>
      (await listRemoved(factStore, focused.value)).map(({ fact }) => factChoice(fact)),
    components: {
      async press(call) {
        const [factId = "", seen] = call.args;
        const found = (await listRemoved(factStore, factId)).find(({ fact }) => fact.id === factId);
        if (!found) throw new KnowledgeError("unknown-fact", "That fact is not removed any more.");
        if (String(found.removal.number) === seen) {
          return showPrivately(call, await restore(call, found));
        }
        const lead = "It was restored since you looked, changed and removed again.";
        return showPrivately(call, preview(found, lead));
      },
    },
  };
}

interface Restoring extends Pick<RemovedFact, "fact"> {
  /** All revisions of the change that removed the fact. */
  readonly change: readonly Revision[];
  readonly edits: readonly Edit[];
}

/** The links from the fact and to it that there were before it was removed, and that restoring it does not bring back. */
function lostLinks(base: KnowledgeBase, { fact, change, edits }: Restoring): readonly string[] {
  const to = fact.related.filter((id) => base.findFact(id) === undefined);
  const from = change
    .filter((revision) => tookLinkTo(fact.id, revision))
    .map(({ id }) => id)
    .filter((id) => base.findFact(id) && !edits.some((edit) => edit.id === id));
  return [
    to.length > 0 ? `It does not relate to ${listed(to)} any more, which is gone.` : "",
    from.length > 0
      ? `Not related to it again, having no room for that or needing a look first: ${listed(from)}.`
      : "",
  ].filter(Boolean);
}

function tookLinkTo(factId: string, { before, after }: Revision): boolean {
  return before?.related.includes(factId) === true && after?.related.includes(factId) === false;
}

function unsure(near: readonly RemovedFact[]): KnowledgeError {
  const lines = near.slice(0, NEAR_MAX).map(({ fact: { id, title } }) => `- \`${id}\`: ${title}`);
  const sentence = "No removed fact is surely meant by that. Pick one of the suggestions.";
  const did = lines.length > 0 ? ["Did you mean one of these?", ...lines] : [];
  return new KnowledgeError("unknown-fact", [sentence, ...did].join("\n"));
}

function listed(ids: readonly string[]): string {
  return ids.map((id) => `\`${id}\``).join(", ");
}
