import type { Caller, MessageBody } from "../../src/discord/command.ts";
import { factChoice } from "../../src/discord/components.ts";
import { EditConflict } from "../../src/knowledge/curation.ts";
import { KnowledgeError } from "../../src/knowledge/errors.ts";
import type { Desk } from "./desk.ts";
import { FACT_OPTION, subcommand } from "./options.ts";
import { listRemoved, type RemovedFact } from "./removed-facts.ts";
import type { Subcommand } from "./subcommand.ts";
import { revisionsOf } from "./undo.ts";

/** `/facts restore`: a removed fact as it was, and what referred to it where that still fits. */
export function createRestore(desk: Desk): Subcommand {
  const { factStore, curation } = desk.deps;

  async function restore(caller: Caller, { fact, removal }: RemovedFact): Promise<MessageBody> {
    const change = { factId: fact.id, kind: "restore", why: "", headline: "Restored" } as const;
    const all = curation.restoring(fact.id, await revisionsOf(factStore, removal.change));
    try {
      return await desk.save(caller, { ...change, edits: all });
    } catch (error) {
      // What referred to it has been changed since: those stay as they are.
      if (!(error instanceof EditConflict) || error.wanted.id === fact.id) throw error;
      return desk.save(caller, { ...change, edits: [{ id: fact.id, from: null, to: fact }] });
    }
  }

  return {
    name: "restore",
    data: subcommand("restore", "Bring a removed fact back", [
      { ...FACT_OPTION, description: "Pick one of the removed facts" },
    ]),
    async execute(call) {
      const typed = call.options.getString("fact");
      const removed = await listRemoved(factStore, typed);
      const found = removed.find(({ fact }) => fact.id === typed.trim()) ?? removed[0];
      if (!found || (removed.length > 1 && found.fact.id !== typed.trim())) {
        const sentence = "No removed fact is surely meant by that. Pick one of the suggestions.";
        throw new KnowledgeError("unknown-fact", sentence);
      }
      return { type: "reply", private: true, message: await restore(call, found) };
    },
    autocomplete: async ({ focused }) =>
      (await listRemoved(factStore, focused.value)).map(({ fact }) => factChoice(fact)),
  };
}
