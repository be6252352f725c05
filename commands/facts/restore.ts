import type { Caller, MessageBody } from "../../src/discord/command.ts";
import { factChoice } from "../../src/discord/components.ts";
import { KnowledgeError } from "../../src/knowledge/errors.ts";
import type { Desk } from "./desk.ts";
import { FACT_OPTION, subcommand } from "./options.ts";
import { listRemoved, type RemovedFact } from "./removed-facts.ts";
import type { Subcommand } from "./subcommand.ts";
import { revisionsOf } from "./undo.ts";

/** `/facts restore`: a removed fact as it was, and the links to it that its removal took, where they still fit. */
export function createRestore(desk: Desk): Subcommand {
  const { factStore, curation } = desk.deps;

  async function restore(caller: Caller, { fact, removal }: RemovedFact): Promise<MessageBody> {
    const change = await revisionsOf(factStore, removal.change);
    return desk.save(caller, {
      edits: curation.restoring(removal, change),
      factId: fact.id,
      kind: "restore",
      why: "",
      headline: "Restored",
    });
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
