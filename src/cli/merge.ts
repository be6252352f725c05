import { mergeShipped } from "../knowledge/merge-shipped.ts";
import { readKnowledge } from "../stores/read-knowledge.ts";
import { UsageError, type Verb } from "./verb.ts";
import { withKeptStores } from "./with-stores.ts";

/** Merges what ships now into the local changes, as the bot does at start, and says what came of it. */
export const merge: Verb = {
  usage: "",
  writes: true,
  async run(args, cli) {
    if (args.length > 0) throw new UsageError("Usage: facts merge");
    const shipped = await readKnowledge(cli.config.factsDir);
    const { version } = shipped;
    const { merged, queued, settled, waiting } = await withKeptStores(cli.config, (stores) =>
      mergeShipped({ facts: stores.facts, curation: stores.curation, shipped, version }),
    );
    for (const { id } of merged) cli.print(`merged: ${id}`);
    for (const { factId, text } of queued) cli.print(`to decide: ${factId}: ${text}`);
    for (const { factId } of settled) cli.print(`no longer to decide: ${factId}`);
    cli.print(`Facts merged: ${merged.length}. Waiting in the review queue: ${waiting}.`);
    return 0;
  },
};
