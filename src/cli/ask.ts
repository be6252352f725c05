import { factText } from "../discord/fact-embed.ts";
import type { Match } from "../knowledge/fact-index.ts";
import type { KnowledgeBase } from "../knowledge/knowledge-base.ts";
import { openBase } from "./open-base.ts";
import { readQueries } from "./queries.ts";
import type { Verb } from "./verb.ts";

const MATCHES = 5;
const USAGE = 'facts ask "question" [--json] | facts ask --stdin';

/** The answer of `/ask` in the terminal: exit code 0 where there is one, 1 where there is none. */
export const ask: Verb = {
  usage: '"question" [--json] | --stdin',
  async run(args, cli) {
    const { json, queries } = readQueries(args, cli, USAGE);
    const base = await openBase(cli);
    let answered = true;
    for await (const query of queries) {
      const result = answer(base, query);
      answered = result.answered;
      cli.print(json ? JSON.stringify(result) : inWords(base, result));
    }
    return answered || args.includes("--stdin") ? 0 : 1;
  },
};

function answer(base: KnowledgeBase, query: string) {
  return {
    query,
    answered: base.ask(query).known,
    matches: base.search(query, MATCHES).map((match) => {
      const { id, title, body } = match.fact;
      return { id, title, body, score: match.score, reasons: reasonsOf(match) };
    }),
  };
}

/** Each place of the fact that answers to a word of the query, once for the same words. */
function reasonsOf({ fact, reasons = [] }: Match) {
  const fields = { title: [fact.title], aliases: fact.aliases, tags: fact.tags, body: [fact.body] };
  const told = reasons.map(({ field, at, start, end, word, how }) => ({
    field,
    ...(field === "aliases" || field === "tags" ? { of: fields[field][at] ?? "" } : {}),
    text: (fields[field][at] ?? "").slice(start, end),
    word,
    how,
  }));
  return [...new Map(told.map((reason) => [JSON.stringify(reason), reason])).values()];
}

function inWords(base: KnowledgeBase, { answered, matches }: ReturnType<typeof answer>): string {
  const [best, ...others] = matches;
  const list = (items: typeof matches) => items.map(({ id, title }) => `  ${id}: ${title}`);
  if (!answered) {
    if (!best) return "I don't know.";
    return ["I don't know. Nearest:", ...list(matches.slice(0, 3))].join("\n");
  }
  if (!best) return "";
  const { title, lead, body, sources, foot } = factText(base, base.getFact(best.id));
  return [
    title,
    ...(lead === "" ? [] : ["", lead]),
    "",
    body,
    "",
    ...sources.map((source) => `${source.title}: ${source.url}`),
    foot,
    ...(others.length > 0 ? ["", "Also:", ...list(others)] : []),
  ].join("\n");
}
