import { createInterface } from "node:readline";
import { fileError } from "./file-error.ts";
import { parseArguments } from "./parse-arguments.ts";
import { type Cli, UsageError } from "./verb.ts";

interface Queries {
  readonly json: boolean;
  readonly queries: AsyncIterable<string> | Iterable<string>;
}

/** Reads `"query" [--json]` or `--stdin`, which means one query a line and one JSON object a line. */
export function readQueries(args: readonly string[], cli: Cli, usage: string): Queries {
  const options = { json: { type: "boolean" }, stdin: { type: "boolean" } } as const;
  const { values, positionals } = parseArguments(args, options, usage);
  if (values.stdin) {
    if (positionals.length > 0) throw new UsageError(`Usage: ${usage}`);
    return { json: true, queries: linesOf(cli.input) };
  }
  const query = positionals.join(" ");
  if (positionals.length === 0) throw new UsageError(`Usage: ${usage}`);
  return { json: values.json ?? false, queries: [query] };
}

/** Begins to read when it is first asked for a line: an interface that nobody listens to yet loses lines. */
async function* linesOf(input: NodeJS.ReadableStream): AsyncIterable<string> {
  try {
    yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  } catch (error) {
    throw fileError("Standard input", error) ?? error;
  }
}
