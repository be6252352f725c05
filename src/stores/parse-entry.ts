import { z } from "zod";
import { FACT_STATUSES, type Fact, SOURCE_KINDS } from "../knowledge/fact.ts";
import type { ChangeKind, Revision } from "../knowledge/fact-store.ts";
import type { Entry } from "./revisions.ts";

const KINDS = {
  add: "add",
  edit: "edit",
  remove: "remove",
  restore: "restore",
  verify: "verify",
  import: "import",
  merge: "merge",
  suggestion: "suggestion",
} as const satisfies { readonly [Kind in ChangeKind]: Kind };

const TextsSchema = z.array(z.string());

/** The shape of a fact without its limits: one that was kept under older limits is still part of the history. */
const KeptFactSchema: z.ZodType<Fact> = z.object({
  id: z.string(),
  title: z.string(),
  body: z.string(),
  topic: z.string(),
  aliases: TextsSchema,
  tags: TextsSchema,
  since: z.string().exactOptional(),
  until: z.string().exactOptional(),
  status: z.enum(FACT_STATUSES),
  supersededBy: z.string().exactOptional(),
  sources: z.array(z.object({ title: z.string(), url: z.string(), kind: z.enum(SOURCE_KINDS) })),
  checked: z.object({ on: z.string(), against: z.string() }),
  related: TextsSchema,
  featured: z.boolean(),
});

const FactOrNoneSchema = KeptFactSchema.nullable();
const AuthorSchema = z.object({ id: z.string().exactOptional(), name: z.string() });

const RevisionSchema: z.ZodType<Revision> = z.object({
  id: z.string(),
  number: z.int().positive(),
  change: z.string(),
  at: z.string(),
  kind: z.enum(KINDS),
  by: AuthorSchema,
  why: z.string(),
  credit: AuthorSchema.exactOptional(),
  before: FactOrNoneSchema,
  after: FactOrNoneSchema,
  base: FactOrNoneSchema,
});

const RevisionsSchema = z.array(RevisionSchema);
const RebasedSchema = z.object({
  rebased: z.array(z.object({ id: z.string(), base: FactOrNoneSchema, at: z.string() })),
});

/** Reads an entry of the log from its JSON; undefined where it is none. */
export function parseEntry(data: unknown): Entry | undefined {
  if (!Array.isArray(data)) return RebasedSchema.safeParse(data).data;
  const revisions = RevisionsSchema.safeParse(data).data;
  return revisions && { revisions };
}
