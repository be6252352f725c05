import { diffFacts } from "../knowledge/fact-diff.ts";
import { sameFact } from "../knowledge/merge.ts";
import { readAll } from "./open-base.ts";
import { UsageError, type Verb } from "./verb.ts";

/** What is different here from what ships. */
export const diff: Verb = {
  usage: "",
  async run(args, cli) {
    if (args.length > 0) throw new UsageError("Usage: facts diff");
    const { shipped, local } = await readAll(cli);
    const byId = new Map(shipped.facts.map((fact) => [fact.id, fact]));
    for (const { id, fact } of [...local.values()].sort((a, b) => (a.id < b.id ? -1 : 1))) {
      const ships = byId.get(id) ?? null;
      if (!sameFact(ships, fact)) cli.print(`@@ ${id} @@\n${diffFacts(ships, fact)}`);
    }
    return 0;
  },
};
