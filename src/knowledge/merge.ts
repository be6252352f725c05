import type { Problem } from "./errors.ts";
import type { Fact, Source } from "./fact.ts";
import { compareKernelVersions } from "./kernel-version.ts";
import { parseFact } from "./parse-fact.ts";

/** The fields that can be changed on both sides at once. */
export type FactField = keyof Fact;

/** What two changes of one text came to: one text, or what they cannot agree on. */
export type Merged =
  | { readonly agreed: true; readonly fact: Fact | null }
  | {
      readonly agreed: false;
      /** Fields that both sides changed, each to something else; none where the merged fact is not valid. */
      readonly fields: readonly FactField[];
      /** What is wrong with the merged fact, where every field agreed. */
      readonly problems: readonly Problem[];
    };

/**
 * Merges two changes of one fact, by field. `base` is what both started from; null stands for no fact. Aliases, tags
 * and related are sets, sources are told apart by their URL, and `checked` takes the later; any other field that both
 * sides changed differently is a conflict, and so is a removal against a change, or a merged fact that is not valid.
 */
export function mergeFacts(base: Fact | null, mine: Fact | null, theirs: Fact | null): Merged {
  if (sameFact(mine, theirs) || sameFact(theirs, base)) return { agreed: true, fact: mine };
  if (sameFact(mine, base)) return { agreed: true, fact: theirs };
  if (base === null || mine === null || theirs === null) {
    return { agreed: false, fields: differences(mine, theirs), problems: [] };
  }
  return mergeFields(base, mine, theirs);
}

function mergeFields(base: Fact, mine: Fact, theirs: Fact): Merged {
  const merged: Record<string, unknown> = {};
  const conflicts: FactField[] = [];
  for (const field of FACT_FIELDS) {
    const value = mergeField(field, base, mine, theirs);
    if (value === CONFLICT) conflicts.push(field);
    else if (value !== undefined) merged[field] = value;
  }
  if (conflicts.length > 0) return { agreed: false, fields: conflicts, problems: [] };
  const parsed = parseFact(merged, "merged fact");
  return parsed.value
    ? { agreed: true, fact: parsed.value }
    : { agreed: false, fields: [], problems: parsed.problems };
}

const CONFLICT = Symbol("conflict");

/** In the order of `data/`. */
export const FACT_FIELDS = [
  "id",
  "title",
  "body",
  "topic",
  "aliases",
  "tags",
  "since",
  "until",
  "status",
  "supersededBy",
  "sources",
  "checked",
  "related",
  "featured",
] as const satisfies readonly FactField[];

function mergeField(field: FactField, base: Fact, mine: Fact, theirs: Fact): unknown {
  if (same(mine[field], theirs[field]) || same(theirs[field], base[field])) return mine[field];
  if (same(mine[field], base[field])) return theirs[field];
  switch (field) {
    case "aliases":
    case "tags":
    case "related":
      return mergeSets(base[field], mine[field], theirs[field]);
    case "sources":
      return mergeSources(base.sources, mine.sources, theirs.sources);
    case "checked":
      return laterCheck(mine, theirs);
    default:
      return CONFLICT;
  }
}

/** Mine in its order without what they took out, then what they put in. Items are the same whatever their case. */
function mergeSets(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): readonly string[] {
  const kept = mine.filter((item) => has(theirs, item) || !has(base, item));
  const added = theirs.filter((item) => !has(base, item) && !has(mine, item));
  // Where only they changed how an item is written, theirs it is.
  const written = (item: string) => (base.includes(item) ? (find(theirs, item) ?? item) : item);
  return [...kept.map(written), ...added];
}

function has(items: readonly string[], item: string): boolean {
  return find(items, item) !== undefined;
}

function find(items: readonly string[], item: string): string | undefined {
  return items.find((other) => other.toLowerCase() === item.toLowerCase());
}

/** As sets of URLs; a source that one side changed and the other changed otherwise, or took out, is a conflict. */
function mergeSources(
  base: readonly Source[],
  mine: readonly Source[],
  theirs: readonly Source[],
): readonly Source[] | typeof CONFLICT {
  const merged: Source[] = [];
  const added = theirs.filter(({ url }) => !mine.some((source) => source.url === url));
  for (const { url } of [...mine, ...added]) {
    const [was, own, other] = [base, mine, theirs].map((sources) =>
      sources.find((source) => source.url === url),
    );
    const source = same(own, was) ? other : own;
    if (source !== other && !same(other, was) && !same(own, other)) return CONFLICT;
    if (source) merged.push(source);
  }
  return merged;
}

/** Of two checks on one day, the one against the later release. */
function laterCheck({ checked: mine }: Fact, { checked: theirs }: Fact): Fact["checked"] {
  if (theirs.on !== mine.on) return theirs.on > mine.on ? theirs : mine;
  return compareKernelVersions(theirs.against, mine.against) > 0 ? theirs : mine;
}

/** Whether two facts say the same in every field; the order within lists counts. */
export function sameFact(a: Fact | null, b: Fact | null): boolean {
  if (a === null || b === null) return a === b;
  return FACT_FIELDS.every((field) => same(a[field], b[field]));
}

/** The fields in which two facts differ; all that one has, where the other is none. */
export function differences(a: Fact | null, b: Fact | null): readonly FactField[] {
  return FACT_FIELDS.filter((field) => !same(a?.[field], b?.[field]));
}

/** Values of JSON, of which objects have their keys in one order: the parser's. */
function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
