import { openBase } from "./open-base.ts";
import { readQueries } from "./queries.ts";
import type { Verb } from "./verb.ts";

const CHOICES = 25;
const USAGE = 'facts complete "prefix" [--json] | facts complete --stdin';

/** What autocomplete would offer for a prefix. */
export const complete: Verb = {
  usage: '"prefix" [--json] | --stdin',
  async run(args, cli) {
    const { json, queries } = readQueries(args, cli, USAGE);
    const base = await openBase(cli);
    for await (const query of queries) {
      const choices = base.suggest(query, CHOICES).map(({ id, title }) => ({ id, title }));
      const lines = choices.map(({ id, title }) => `${id}: ${title}`);
      cli.print(json ? JSON.stringify({ query, choices }) : lines.join("\n"));
    }
    return 0;
  },
};
