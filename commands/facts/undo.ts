import { showPrivately } from "../../src/discord/show.ts";
import { KnowledgeError } from "../../src/knowledge/errors.ts";
import type { FactStore, Revision } from "../../src/knowledge/fact-store.ts";
import type { Desk } from "./desk.ts";
import type { Subcommand } from "./subcommand.ts";

/** The button under every change that takes all of it back, merged with what happened since. */
export function createUndo(desk: Desk): Subcommand {
  const { factStore, curation } = desk.deps;
  return {
    name: "undo",
    components: {
      async press(call) {
        const [factId = "", number] = call.args;
        const revision = await getRevision(factStore, factId, number);
        const message = await desk.save(call, {
          edits: curation.undoing(await revisionsOf(factStore, revision.change)),
          factId,
          kind: "restore",
          why: `undid revision ${revision.number}${revision.why === "" ? "" : `: ${revision.why}`}`,
          headline: "Undone:",
          asMany: revision.kind === "import",
        });
        return showPrivately(call, message);
      },
    },
  };
}

/** A revision by its number, which comes from outside. Throws KnowledgeError `expired`. */
export async function getRevision(
  store: FactStore,
  factId: string,
  number: string | undefined,
): Promise<Revision> {
  const revision = (await store.history(factId)).find((made) => String(made.number) === number);
  if (revision) return revision;
  throw new KnowledgeError("expired", "That revision is not in the history.");
}

/** All that one change did. */
export async function revisionsOf(store: FactStore, change: string): Promise<readonly Revision[]> {
  const made: Revision[] = [];
  for await (const revision of store.revisions()) {
    if (revision.change === change) made.push(revision);
  }
  return made;
}
