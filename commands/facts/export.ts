import { ApplicationCommandOptionType } from "discord.js";
import { UPLOAD_MAX_BYTES } from "../../src/discord/limits.ts";
import { count } from "../../src/discord/text.ts";
import { KnowledgeError } from "../../src/knowledge/errors.ts";
import type { Fact } from "../../src/knowledge/fact.ts";
import { EXPORT_FORMAT, exportText } from "../../src/knowledge/fact-export.ts";
import type { Revision } from "../../src/knowledge/fact-store.ts";
import { sameFact } from "../../src/knowledge/merge.ts";
import type { Desk } from "./desk.ts";
import { subcommand } from "./options.ts";
import type { Subcommand } from "./subcommand.ts";

/** `/facts export`: everything that is known, as a file that the command line reads, and `/facts import` up to 1 MiB. */
export function createExport({ deps: { base, factStore, now }, today }: Desk): Subcommand {
  async function changedHere(): Promise<readonly Fact[]> {
    const local = [...(await factStore.load()).values()];
    return local.flatMap(({ fact, base: shipped }) =>
      fact && !sameFact(fact, shipped) ? [fact] : [],
    );
  }

  return {
    name: "export",
    data: subcommand("export", "All facts as a file", [
      {
        type: ApplicationCommandOptionType.Boolean,
        name: "changed",
        description: "Only those that were added or changed here, as /facts import takes them",
      },
      {
        type: ApplicationCommandOptionType.Boolean,
        name: "revisions",
        description: "With the history of every fact that was changed here",
      },
    ]),
    async execute(call) {
      const onlyChanged = call.options.findBoolean("changed") ?? false;
      const listed = onlyChanged ? await changedHere() : base.listFacts();
      const facts = [...listed].sort((a, b) => (a.id < b.id ? -1 : 1));
      const revisions: Revision[] = [];
      const wanted = call.options.findBoolean("revisions") ?? false;
      if (wanted) for await (const revision of factStore.revisions()) revisions.push(revision);
      const text = exportText({
        format: EXPORT_FORMAT,
        exported: new Date(now()).toISOString(),
        facts,
        ...(wanted ? { revisions } : {}),
      });
      if (Buffer.byteLength(text) > UPLOAD_MAX_BYTES) {
        throw new KnowledgeError(
          "too-many",
          "That is more than Discord takes as one file. Leave the revisions out, or use `facts export` on the command line.",
        );
      }
      const what = [
        `${count(facts.length, "fact")}${onlyChanged ? " added or changed here" : ""}`,
        ...(wanted ? [count(revisions.length, "revision")] : []),
      ];
      const message = {
        content: `${what.join(" and ")}:`,
        files: [{ name: `facts-${today()}.json`, text }],
      };
      return { type: "reply", private: true, message };
    },
  };
}
