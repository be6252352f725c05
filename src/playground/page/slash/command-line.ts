import { OPTION } from "../discord-numbers.ts";
import type { CommandEntry } from "./command-entry.ts";

/** What a text in the composer amounts to. */
export type Typed =
  | { readonly kind: "text" }
  /** A slash and the beginning of a name: time to offer commands. */
  | { readonly kind: "picking"; readonly name: string }
  /** A whole command with a space behind it: time for its options. `values` has what was typed for each. */
  | {
      readonly kind: "command";
      readonly entry: CommandEntry;
      readonly values: ReadonlyMap<string, string>;
    };

/** Reads a line such as `/ask when was rust merged` or `/fact name:pin-init hide:true`. */
export function readTyped(text: string, entries: readonly CommandEntry[]): Typed {
  if (!text.startsWith("/") || text.includes("\n")) return { kind: "text" };
  const line = text.slice(1);
  const entry = longestMatch(line, entries);
  if (entry)
    return { kind: "command", entry, values: readValues(line.slice(entry.path.length + 1), entry) };
  return { kind: "picking", name: line };
}

/** The same for a line that ends here: `/about` without a space is the whole command, too. */
export function readLine(text: string, entries: readonly CommandEntry[]): Typed {
  const typed = readTyped(`${text} `, entries);
  if (typed.kind === "picking") return { kind: "text" };
  if (typed.kind === "text") return typed;
  return readTyped(text.endsWith(" ") ? text : `${text.trimEnd()} `, entries);
}

/**
 * The commands for the beginning of a name, best first: those that begin so, those with a later word that does, those
 * that contain it.
 */
export function matchEntries(
  name: string,
  entries: readonly CommandEntry[],
): readonly CommandEntry[] {
  const wanted = name.trim().toLowerCase();
  const ranked = entries
    .map((entry) => ({ entry, rank: rankOf(entry.path.toLowerCase(), wanted) }))
    .filter(({ rank }) => rank !== undefined);
  return ranked.sort((a, b) => Number(a.rank) - Number(b.rank)).map(({ entry }) => entry);
}

function rankOf(path: string, wanted: string): number | undefined {
  if (path.startsWith(wanted)) return 0;
  if (path.split(/[ _-]/).some((word) => word.startsWith(wanted))) return 1;
  return path.includes(wanted) ? 2 : undefined;
}

function longestMatch(line: string, entries: readonly CommandEntry[]): CommandEntry | undefined {
  return entries
    .filter((entry) => line.toLowerCase().startsWith(`${entry.path} `))
    .sort((a, b) => b.path.length - a.path.length)[0];
}

/** Text before any `name:` goes to the first option that takes text. */
function readValues(rest: string, entry: CommandEntry): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const names = entry.options.map((option) => option.name);
  const marks =
    names.length > 0
      ? [...rest.matchAll(new RegExp(`(?:^|\\s)(${names.map(escapeRegExp).join("|")}):`, "giu"))]
      : [];
  const leading = rest.slice(0, marks[0]?.index).trim();
  const first = entry.options.find((option) => option.type !== OPTION.attachment);
  if (leading && first) values.set(first.name, leading);
  for (const [at, mark] of marks.entries()) {
    const value = rest.slice(mark.index + mark[0].length, marks[at + 1]?.index).trim();
    values.set(String(mark[1]).toLowerCase(), value);
  }
  return values;
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\-]/g, "\\$&");
}
