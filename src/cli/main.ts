#!/usr/bin/env node
import dotenv from "dotenv";
import { ConfigError, loadConfig } from "../config.ts";
import { KnowledgeError } from "../knowledge/errors.ts";
import { ask } from "./ask.ts";
import { complete } from "./complete.ts";
import { diff } from "./diff.ts";
import { exportFacts } from "./export.ts";
import { FileError, fileError } from "./file-error.ts";
import { forget } from "./forget.ts";
import { importFacts } from "./import.ts";
import { lint } from "./lint.ts";
import { merge } from "./merge.ts";
import { stale } from "./stale.ts";
import { openStandardInput } from "./standard-input.ts";
import { type Cli, UsageError, type Verb } from "./verb.ts";

const VERBS: Readonly<Record<string, Verb>> = {
  ask,
  complete,
  lint,
  export: exportFacts,
  import: importFacts,
  diff,
  merge,
  stale,
  forget,
};

const HELP: readonly string[] = ["--help", "-h"];

const EXIT = { failed: 1, usage: 2, locked: 3 } as const;

/** How what is written to standard output goes; set once nothing can be written any more. */
const output: { exit?: number } = {};

async function run(args: readonly string[]): Promise<number> {
  const [name = "", ...rest] = args;
  const verb = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
  if (HELP.includes(name) || (verb && rest.some((arg) => HELP.includes(arg)))) {
    process.stdout.write(`${usage(verb && name)}\n`);
    return 0;
  }
  if (!verb) throw new UsageError(usage());
  process.stdout.on("error", (error) => outputFailed(error, verb));
  dotenv.config({ quiet: true });
  const { config } = loadConfig(process.env);
  const cli: Cli = {
    config,
    print: (line) => {
      if (output.exit === undefined) process.stdout.write(`${line}\n`);
    },
    note: (line) => process.stderr.write(`${line}\n`),
    input: openStandardInput(),
  };
  return verb.run(rest, cli);
}

/** @param only a verb to show instead of all */
function usage(only?: string): string {
  const lines = Object.entries(VERBS)
    .filter(([name]) => only === undefined || name === only)
    .map(([name, verb]) => `  facts ${name} ${verb.usage}`.trimEnd());
  return ["Usage:", ...lines].join("\n");
}

/**
 * The reader of our output may have seen enough, as `head` has: then there is nobody left to write to. What changes
 * something is not left off in the middle for that.
 */
function outputFailed(error: NodeJS.ErrnoException, verb: Verb): void {
  if (output.exit !== undefined) return;
  output.exit = error.code === "EPIPE" ? 0 : EXIT.failed;
  const told = fileError("Standard output", error) ?? error;
  if (output.exit !== 0) process.stderr.write(`${told.message}\n`);
  if (!verb.writes) process.exit(output.exit);
  process.exitCode ||= output.exit;
}

/** The exit code for what went wrong in a way that a sentence says all of; undefined for a bug. */
function exitCodeOf(error: unknown): number | undefined {
  if (error instanceof UsageError || error instanceof ConfigError) return EXIT.usage;
  if (error instanceof FileError) return EXIT.failed;
  if (!(error instanceof KnowledgeError)) return undefined;
  return error.code === "storage-locked" ? EXIT.locked : EXIT.failed;
}

try {
  process.exitCode = (await run(process.argv.slice(2))) || output.exit;
} catch (error) {
  const code = exitCodeOf(error);
  if (code === undefined || !(error instanceof Error)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = code;
}
