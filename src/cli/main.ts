#!/usr/bin/env node
import dotenv from "dotenv";
import { ConfigError, loadConfig } from "../config.ts";
import { KnowledgeError } from "../knowledge/errors.ts";
import { ask } from "./ask.ts";
import { complete } from "./complete.ts";
import { diff } from "./diff.ts";
import { exportFacts } from "./export.ts";
import { forget } from "./forget.ts";
import { importFacts } from "./import.ts";
import { lint } from "./lint.ts";
import { merge } from "./merge.ts";
import { stale } from "./stale.ts";
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

const EXIT = { failed: 1, usage: 2, locked: 3 } as const;

async function run(args: readonly string[]): Promise<number> {
  const [name = "", ...rest] = args;
  const verb = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
  if (!verb) throw new UsageError(usage());
  dotenv.config({ quiet: true });
  const { config } = loadConfig(process.env);
  const cli: Cli = {
    config,
    print: (line) => process.stdout.write(`${line}\n`),
    input: process.stdin,
  };
  return verb.run(rest, cli);
}

function usage(): string {
  const lines = Object.entries(VERBS).map(([name, verb]) => `  facts ${name} ${verb.usage}`);
  return ["Usage:", ...lines].join("\n");
}

/** The reader of our output may have seen enough, as `head` has: then there is nobody left to write to. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? 0 : EXIT.failed);
});

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (error instanceof UsageError || error instanceof ConfigError) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = EXIT.usage;
  } else if (error instanceof KnowledgeError) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error.code === "storage-locked" ? EXIT.locked : EXIT.failed;
  } else {
    throw error;
  }
}
