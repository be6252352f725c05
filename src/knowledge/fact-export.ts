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
  /** For the record: an import takes the facts alone, since whoever writes a file can write any history into it. */
  readonly revisions?: readonly Revision[];
}

/** The document as text: indented, one field a line, so that it can be read and compared. */
export function exportText(document: FactExport): string {
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

const DocumentSchema = z.object({
  format: z.number(),
  facts: z.array(z.unknown()),
  revisions: z.array(z.unknown()).default([]).catch([]),
});

/** What importing a document comes to. */
export interface Import {
  readonly edits: readonly Edit[];
  /** How many revisions the document carries; none of them is taken over. */
  readonly revisions: number;
}

/**
 * Reads the facts of an exported document, or of a bare array of facts as in `data/facts/`. All problems of all facts
 * are named; a fact that stands twice is one.
 */
export function parseExport(text: string, where: string): Parsed<readonly Fact[]> {
  const { value, problems } = contentOf(text, where);
  return value ? parseItems(value.items, where) : { problems };
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
): Parsed<Import> {
  const content = contentOf(text, where);
  if (!content.value) return content;
  const { items, revisions } = content.value;
  const parsed = parseItems(items, where);
  const relations = items.map((item, at) => readRelations(item, idOf(item, at)));
  const after = knownAfter(known, new Map(relations.map((fact) => [fact.id, fact])));
  const between = relations.flatMap((fact) =>
    newProblems(fact, findFact(fact.id) ?? null, { known: after, today }),
  );
  const problems = [...parsed.problems, ...between.map((problem) => ({ ...problem, where }))];
  if (!parsed.value || problems.length > 0) return { problems };
  return { value: { edits: importEdits(parsed.value, findFact), revisions }, problems: [] };
}

/** What whoever imports a document is told of the history in it; empty where there is none. */
export function historyNote({ revisions }: Pick<Import, "revisions">): string {
  if (revisions === 0) return "";
  const number = revisions.toLocaleString("en");
  const what = revisions === 1 ? "The 1 revision in it is" : `The ${number} revisions in it are`;
  return `${what} not taken over: the history here tells only what was done here.`;
}

interface Content {
  readonly items: readonly unknown[];
  readonly revisions: number;
}

function contentOf(text: string, where: string): Parsed<Content> {
  const refuse = (message: string) => ({ problems: [{ where, field: "", message }] });
  const data = parseJson(text);
  if (data === undefined) return refuse("is not valid JSON");
  const format = z.object({ format: z.number() }).safeParse(data).data?.format;
  if (format !== undefined && format > EXPORT_FORMAT) {
    return refuse(`has format ${format}, and this version reads ${EXPORT_FORMAT}`);
  }
  if (Array.isArray(data)) return { value: { items: data, revisions: 0 }, problems: [] };
  const document = DocumentSchema.safeParse(data).data;
  return document
    ? { value: { items: document.facts, revisions: document.revisions.length }, problems: [] }
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
