import type { CommandBody } from "../validation/bodies.ts";
import { asRecord } from "../validation/bodies.ts";

/**
 * Characters of names, descriptions and values of a command and all below it; of a text with translations, the longest
 * counts.
 * @see https://discord.com/developers/docs/interactions/application-commands#slash-commands
 */
export function sizeOfCommand(command: CommandBody): number {
  return sizeOf(command);
}

function sizeOf(part: unknown): number {
  const fields = asRecord(part);
  const own =
    longest(fields.name, fields.name_localizations) +
    longest(fields.description, fields.description_localizations) +
    lengthOf(fields.value);
  return [...listOf(fields.options), ...listOf(fields.choices)].reduce<number>(
    (sum, below) => sum + sizeOf(below),
    own,
  );
}

function longest(text: unknown, translations: unknown): number {
  return Math.max(lengthOf(text), ...Object.values(asRecord(translations)).map(lengthOf));
}

function lengthOf(value: unknown): number {
  return typeof value === "string" ? value.length : 0;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
