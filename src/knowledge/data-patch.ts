import { createTwoFilesPatch } from "diff";
import type { Fact } from "./fact.ts";
import { FACT_FIELDS, sameFact } from "./merge.ts";

/** A file of shipped facts, as it stands in the repository. */
export interface DataFile {
  /** Such as `data/facts/history.json`. */
  readonly path: string;
  readonly text: string;
  readonly facts: readonly Fact[];
}

interface Options {
  readonly files: readonly DataFile[];
  /** All facts, as they are to ship. */
  readonly wanted: readonly Fact[];
  /** The file for new facts of a topic. */
  readonly pathFor: (topic: string) => string;
}

/**
 * A patch, as `git apply` takes it, after which the shipped facts are the wanted ones. Facts that are as wanted keep
 * their text to the letter. Empty where there is nothing to change.
 */
export function dataPatch({ files, wanted, pathFor }: Options): string {
  const byId = new Map(wanted.map((fact) => [fact.id, fact]));
  const shipped = new Set(files.flatMap(({ facts }) => facts.map(({ id }) => id)));
  const added = wanted.filter(({ id }) => !shipped.has(id));
  const addedTo = (path: string) => added.filter(({ topic }) => pathFor(topic) === path);
  const fresh = [...new Set(added.map(({ topic }) => pathFor(topic)))]
    .filter((path) => !files.some((file) => file.path === path))
    .map((path): DataFile => ({ path, text: "", facts: [] }));
  return [...files, ...fresh]
    .map((file) => filePatch(file, rewritten(file, byId, addedTo(file.path))))
    .join("");
}

/** The text of a file with every fact as wanted. */
function rewritten(
  { text, facts }: DataFile,
  wanted: ReadonlyMap<string, Fact>,
  added: readonly Fact[],
): string {
  const entries: unknown[] = text === "" ? [] : JSON.parse(text);
  const kept = facts.flatMap((fact, at) => {
    const now = wanted.get(fact.id);
    if (!now) return [];
    return [sameFact(fact, now) ? entries[at] : entryOf(now)];
  });
  if (kept.length === entries.length && kept.every((entry, at) => entry === entries[at])) {
    if (added.length === 0) return text;
  }
  return `${JSON.stringify([...kept, ...added.map(entryOf)], undefined, 2)}\n`;
}

/** A fact as it is written in `data/`: in the order of fields, without what is the default. */
function entryOf(fact: Fact): unknown {
  const given = FACT_FIELDS.map((field) => [field, fact[field]] as const).filter(
    ([, value]) =>
      value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(given);
}

function filePatch({ path, text }: DataFile, next: string): string {
  if (next === text) return "";
  const isNew = text === "";
  const patch = createTwoFilesPatch(
    isNew ? "/dev/null" : `a/${path}`,
    `b/${path}`,
    text,
    next,
    undefined,
    undefined,
    { context: 3 },
  );
  // The library's own first line is no part of what git reads.
  const body = patch.slice(patch.indexOf("--- "));
  const header = `diff --git a/${path} b/${path}\n${isNew ? "new file mode 100644\n" : ""}`;
  return header + body;
}
