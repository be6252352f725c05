import { z } from "zod";
import type { Edit } from "./curation.ts";
import type { Problem } from "./errors.ts";
import type { Fact } from "./fact.ts";
import type { Revision } from "./fact-store.ts";
import { sameFact } from "./merge.ts";
import { type Parsed, parseFacts } from "./parse-fact.ts";

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
  const refuse = (message: string) => ({ problems: [{ where, field: "", message }] });
  const data = parseJson(text);
  if (data === undefined) return refuse("is not valid JSON");
  const parsed = parseFacts(factsOf(data) ?? data, where);
  const format = z.object({ format: z.number() }).safeParse(data).data?.format;
  if (format !== undefined && format > EXPORT_FORMAT) {
    return refuse(`has format ${format}, and this version reads ${EXPORT_FORMAT}`);
  }
  if (parsed.value === undefined) return parsed;
  const problems = doubledIds(parsed.value, where);
  return problems.length === 0 ? parsed : { problems };
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
