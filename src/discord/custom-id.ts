import { DISCORD_LIMITS } from "./limits.ts";

const SEPARATOR = ":";
const PART = /^[A-Za-z0-9._-]*$/;

/** The pieces of a custom id: the command that it belongs to, what to do, and with what (ids, revisions, pages). */
export interface CustomId {
  readonly command: string;
  readonly action: string;
  readonly args: readonly string[];
}

/**
 * Writes a custom id. Everything that a button needs after a restart stands in it, so parts are ids and numbers, never
 * free text: a part with other signs or an id over 100 units is a bug, and throws.
 */
export function customId(
  command: string,
  action: string,
  ...args: readonly (string | number)[]
): string {
  const parts = [command, action, ...args.map(String)];
  const id = parts.join(SEPARATOR);
  if (!parts.every((part) => PART.test(part)) || id.length > DISCORD_LIMITS.customIdMax) {
    throw new RangeError(`not fit for a custom id: ${JSON.stringify(parts)}`);
  }
  return id;
}

/** Reads a custom id, which comes from outside and may be anything. Undefined when it is none of ours. */
export function parseCustomId(id: string): CustomId | undefined {
  if (id.length > DISCORD_LIMITS.customIdMax) return undefined;
  const [command, action, ...args] = id.split(SEPARATOR);
  if (!command || !action || ![command, action, ...args].every((part) => PART.test(part))) {
    return undefined;
  }
  return { command, action, args };
}
