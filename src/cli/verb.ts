import type { Config } from "../config.ts";

/** What a verb gets of the outside. */
export interface Cli {
  readonly config: Config;
  /** Writes one line to standard output. */
  readonly print: (line: string) => void;
  /** Writes one line to standard error: what is to be known of an answer and is no part of it. */
  readonly note: (line: string) => void;
  readonly input: NodeJS.ReadableStream;
}

/** One thing that the command line can do. */
export interface Verb {
  /** Its arguments, as the usage shows them. */
  readonly usage: string;
  /** Whether it changes what is kept: then it goes on to its end when nobody reads what it says. */
  readonly writes?: true;
  /** Resolves with the exit code. Throws {@link UsageError}. */
  run(args: readonly string[], cli: Cli): Promise<number>;
}

/** The command was called in a way that it does not have. The message says which ways it has. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
