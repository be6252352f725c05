import { z } from "zod";
import { knownAfter } from "./check-knowledge.ts";
import type { Edit } from "./curation.ts";
import type { Problem } from "./errors.ts";
import { FACT_LIMITS, type Fact } from "./fact.ts";
import type { Revision } from "./fact-store.ts";
import { sameFact } from "./merge.ts";
import { type Parsed, parseFacts } from "./parse-fact.ts";
import { newProblems, type Standard } from "./read-fact.ts";
import { readRelations } from "./relations.ts";

/** Of the exported document. A newer one is refused. */
export const EXPORT_FORMAT = 1;

/** Everything that is known, as one JSON document that Discord and the command line write and read. */
export interface FactExport {
  readonly format: typeof EXPORT_FORMAT;
  /** ISO 8601, UTC. */
  readonly exported: string;
  readonly facts: readonly Fact[];
  /** For the record: an import takes the facts alone. */
  readonly revisions?: readonly Revision[];
}

/** The document as text: indented, one field a line, so that it can be read and compared. */
export function exportText(document: FactExport): string {
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

const DocumentSchema = z.object({ format: z.number(), facts: z.array(z.unknown()) });

/**
 * Reads the facts of an exported document, or of a bare array of facts as in `data/facts/`. All problems of all facts
 * are named; a fact that stands twice is one.
 */
export function parseExport(text: string, where: string): Parsed<readonly Fact[]> {
  const items = itemsOf(text, where);
  return items.value ? parseItems(items.value, where) : items;
}

/** What is held against what is known as the import leaves it. */
interface ImportStandard extends Standard {
  findFact(id: string): Fact | undefined;
}

/**
 * Reads what importing a document comes to, see {@link importEdits}. All that is wrong with its facts is named at once,
 * between them and what is known too, with all of them in place.
 */
export function readImport(
  text: string,
  where: string,
  { known, today, findFact }: ImportStandard,
): Parsed<readonly Edit[]> {
  const items = itemsOf(text, where);
  if (!items.value) return items;
  const parsed = parseItems(items.value, where);
  const relations = items.value.map((item, at) => readRelations(item, idOf(item, at)));
  const after = knownAfter(known, new Map(relations.map((fact) => [fact.id, fact])));
  const between = relations.flatMap((fact) =>
    newProblems(fact, findFact(fact.id) ?? null, { known: after, today }),
  );
  const problems = [...parsed.problems, ...between.map((problem) => ({ ...problem, where }))];
  if (!parsed.value || problems.length > 0) return { problems };
  return { value: importEdits(parsed.value, findFact), problems: [] };
}

function itemsOf(text: string, where: string): Parsed<readonly unknown[]> {
  const refuse = (message: string) => ({ problems: [{ where, field: "", message }] });
  const data = parseJson(text);
  if (data === undefined) return refuse("is not valid JSON");
  const format = z.object({ format: z.number() }).safeParse(data).data?.format;
  if (format !== undefined && format > EXPORT_FORMAT) {
    return refuse(`has format ${format}, and this version reads ${EXPORT_FORMAT}`);
  }
  const items = Array.isArray(data) ? data : factsOf(data);
  return items
    ? { value: items, problems: [] }
    : refuse("is neither an export nor a list of facts");
}

function parseItems(items: readonly unknown[], where: string): Parsed<readonly Fact[]> {
  const parsed = parseFacts(items, where);
  if (parsed.value === undefined) return parsed;
  const problems = doubledIds(parsed.value, where);
  return problems.length === 0 ? parsed : { problems };
}

const IdentifiedSchema = z.object({ id: z.string().max(FACT_LIMITS.idMax) });

/** As the parser names a fact without a readable id. */
function idOf(item: unknown, at: number): string {
  return IdentifiedSchema.safeParse(item).data?.id ?? `entry ${at + 1}`;
}

function factsOf(data: unknown): readonly unknown[] | undefined {
  return DocumentSchema.safeParse(data).data?.facts;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function doubledIds(facts: readonly Fact[], where: string): readonly Problem[] {
  const ids = facts.map(({ id }) => id);
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) < at))].map((id) => ({
    where,
    id,
    field: "id",
    message: "stands twice",
  }));
}

/**
 * What importing facts comes to: each that is new or differs takes the place of what is in force. Facts that the
 * import does not have stay.
 */
export function importEdits(
  facts: readonly Fact[],
  find: (id: string) => Fact | undefined,
): readonly Edit[] {
  return facts
    .map((fact) => ({ id: fact.id, from: find(fact.id) ?? null, to: fact }))
    .filter(({ from, to }) => !sameFact(from, to));
}
