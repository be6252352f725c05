import { staleFacts } from "../knowledge/stale-facts.ts";
import { readAll } from "./open-base.ts";
import { today } from "./today.ts";
import { UsageError, type Verb } from "./verb.ts";

/** Facts to hold against their sources again, the longest unchecked first. */
export const stale: Verb = {
  usage: "",
  async run(args, cli) {
    if (args.length > 0) throw new UsageError("Usage: facts stale");
    const { base } = await readAll(cli);
    const options = {
      releases: base.listReleases(),
      today: today(),
      afterDays: cli.config.staleAfterDays,
    };
    const list = staleFacts(base.listFacts(), options);
    for (const { fact, daysAgo, releasesBehind } of list) {
      const { id, title, checked } = fact;
      const age = `${daysAgo} days and ${releasesBehind} releases ago`;
      cli.print(`${id}: checked ${checked.on} against ${checked.against}, ${age}: ${title}`);
    }
    cli.print(`Stale facts: ${list.length}.`);
    return 0;
  },
};
