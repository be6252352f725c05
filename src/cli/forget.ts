import { UsageError, type Verb } from "./verb.ts";
import { withKeptStores } from "./with-stores.ts";

/** Makes a Discord user anonymous in everything that is kept. */
export const forget: Verb = {
  usage: "USER_ID",
  writes: true,
  async run(args, cli) {
    const [userId, ...more] = args;
    if (userId === undefined || more.length > 0 || !/^\d{17,20}$/.test(userId)) {
      throw new UsageError("Usage: facts forget USER_ID (17 to 20 digits)");
    }
    return withKeptStores(cli.config, async ({ facts, curation }) => {
      const [revisions, entries] = [await facts.forget(userId), await curation.forget(userId)];
      cli.print(
        `Made anonymous in ${revisions} revisions and ${entries} suggestions, reports, decisions, drafts and blocks.`,
      );
      return 0;
    });
  },
};
