import { type ParseArgsConfig, parseArgs } from "node:util";
import { UsageError } from "./verb.ts";

/** Reads a verb's options and what else stands there. Throws {@link UsageError} with the usage. */
export function parseArguments<Options extends NonNullable<ParseArgsConfig["options"]>>(
  args: readonly string[],
  options: Options,
  usage: string,
) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${reason}\nUsage: ${usage}`);
  }
}
