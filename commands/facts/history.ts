import type { MessageBody } from "../../src/discord/command.ts";
import { button, factChoice, rows } from "../../src/discord/components.ts";
import { withDiffs } from "../../src/discord/diff-view.ts";
import { embedOf } from "../../src/discord/fact-embed.ts";
import { DISCORD_LIMITS } from "../../src/discord/limits.ts";
import { isAlongside, verbOf } from "../../src/discord/revision-words.ts";
import { showPrivately } from "../../src/discord/show.ts";
import { quoteTyped } from "../../src/discord/text.ts";
import type { Edit } from "../../src/knowledge/curation.ts";
import { KnowledgeError } from "../../src/knowledge/errors.ts";
import { diffFacts } from "../../src/knowledge/fact-diff.ts";
import type { Author, Revision } from "../../src/knowledge/fact-store.ts";
import type { Desk } from "./desk.ts";
import { FACT_OPTION, subcommand } from "./options.ts";
import { listRemoved } from "./removed-facts.ts";
import { factsId, type Subcommand } from "./subcommand.ts";

/** `/facts history`: the revisions of a fact, newest first, and the way back to any of them. */
export function createHistory(desk: Desk): Subcommand {
  const { base, curation, factStore } = desk.deps;

  /** The page of one revision; 0 stands for the text before the first. */
  async function page(factId: string, asked: number): Promise<MessageBody> {
    const revisions = await factStore.history(factId);
    const first = revisions[0];
    if (!first)
      return { content: `\`${factId}\` was never changed here: it is as it was shipped.` };
    const oldest = first.before === null ? 1 : 0;
    const number = Math.min(Math.max(asked, oldest), revisions.length);
    const revision = revisions[number - 1];
    const text = revision ? revision.after : first.before;
    const turn = (to: number, label: string) =>
      button(factsId("history", "page", factId, to), label, {
        disabled: to < oldest || to > revisions.length,
      });
    const back = button(
      factsId("history", "back", factId, number, revisions.length),
      "Bring this back",
      {
        disabled: text === null || number === revisions.length,
      },
    );
    const message = {
      content: revision
        ? describe(revision, revisions.length)
        : `\`${factId}\`: the text before revision 1, as it was shipped.`,
      embeds: text ? [embedOf(base, text)] : [],
      components: rows([turn(number + 1, "Newer"), turn(number - 1, "Older"), back]),
    };
    if (!revision) return message;
    const diff = diffFacts(revision.before, revision.after);
    return withDiffs(message, [{ title: "What changed", diff, fileName: `${factId}.diff` }]);
  }

  async function editBackTo(factId: string, number: number): Promise<Edit> {
    const revisions = await factStore.history(factId);
    const revision = revisions[number - 1];
    if (revision) return curation.bringingBack(revision);
    const [first] = revisions;
    if (number !== 0 || !first?.before) {
      throw new KnowledgeError("expired", "That revision is not in the history.");
    }
    return { id: factId, from: base.findFact(factId) ?? null, to: first.before };
  }

  return {
    name: "history",
    data: subcommand("history", "How a fact came to say what it says, and the way back", [
      FACT_OPTION,
    ]),
    async execute(call) {
      const typed = call.options.getString("fact").trim();
      const known = (await factStore.history(typed)).length > 0;
      const factId = known ? typed : desk.resolveFact(typed).id;
      const message = await page(factId, Number.MAX_SAFE_INTEGER);
      return { type: "reply", private: true, message };
    },
    async autocomplete({ focused }) {
      const facts = base.suggest(focused.value, DISCORD_LIMITS.choices - REMOVED_CHOICES);
      const removed = (await listRemoved(factStore, focused.value)).slice(0, REMOVED_CHOICES);
      return [...facts, ...removed.map(({ fact }) => fact)].map(factChoice);
    },
    components: {
      page: async (call) =>
        showPrivately(call, await page(call.args[0] ?? "", wholeNumber(call.args[1]))),
      async back(call) {
        const [factId = "", typed, seen] = call.args;
        const number = wholeNumber(typed);
        if (base.revisionOf(factId) !== wholeNumber(seen)) {
          const newest = await page(factId, Number.MAX_SAFE_INTEGER);
          const lead =
            "Somebody has changed this fact since you looked. This is its newest revision:";
          return showPrivately(call, { ...newest, content: `${lead}\n${newest.content ?? ""}` });
        }
        const message = await desk.save(call, {
          edits: [await editBackTo(factId, number)],
          factId,
          kind: "restore",
          why: number === 0 ? "back to the shipped text" : `back to revision ${number}`,
          headline: "Brought back",
        });
        return showPrivately(call, message);
      },
    },
  };
}

const REMOVED_CHOICES = 5;

function describe(revision: Revision, revisions: number): string {
  const { id, number, by, at, why, credit } = revision;
  const when = `<t:${Math.floor(Date.parse(at) / 1_000)}:f>`;
  return [
    `\`${id}\`, revision ${number} of ${revisions}: ${verbOf(revision)} by ${nameOf(by)} ${when}`,
    isAlongside(revision) ? "It referred to a fact that was removed." : "",
    why === "" ? "" : `Why: ${quoteTyped(why, 300)}`,
    credit ? `Suggested by ${nameOf(credit)}` : "",
  ]
    .filter(Boolean)
    .join("\n");
}

/** Shown as a mention, which pings nobody; who was made anonymous, or has no account, by name. */
export function nameOf(author: Author): string {
  return author.id === undefined ? quoteTyped(author.name, 80) : `<@${author.id}>`;
}

function wholeNumber(text: string | undefined): number {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : 0;
}
