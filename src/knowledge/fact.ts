import { z } from "zod";

/**
 * Limits of a fact's fields, in UTF-16 code units (as Discord's clients count) or in entries. They make every part fit
 * the input field it is edited in (4,000 at most) and the whole fact its embed: body, sources and the lines around them
 * stay under the 4,096 of an embed's description, and the embed under 6,000.
 * @see https://docs.discord.com/developers/resources/message#embed-object-embed-limits
 */
export const FACT_LIMITS = {
  idMin: 3,
  idMax: 64,
  titleMin: 3,
  titleMax: 100,
  bodyMax: 1_500,
  aliases: 20,
  aliasMax: 60,
  tags: 10,
  tagMax: 40,
  sources: 6,
  sourceTitleMax: 80,
  sourceUrlMax: 300,
  related: 10,
  /** Body and sources together, as they are shown: leaves room in an embed for what is said before them. */
  shownMax: 3_700,
} as const;

export const SOURCE_KINDS = [
  "documentation",
  "commit",
  "mailing-list",
  "article",
  "talk",
  "website",
  "specification",
] as const;

export const FACT_STATUSES = ["current", "superseded", "disputed"] as const;

/**
 * Text of at most `max` UTF-16 code units. The check is our own: zod and JSON Schema count code points, of which twice
 * as many units can come.
 */
function atMost(max: number) {
  return z
    .string()
    .refine((text) => text.length <= max, `must have at most ${max} characters`)
    .meta({ maxLength: max });
}

/** A single line without leading or trailing white space and without control characters. */
function line(min: number, max: number) {
  return atMost(max)
    .min(min, `must have at least ${min} characters`)
    .regex(/^\P{Cc}*$/u, "must be one line without control characters")
    .regex(/^\S(?:.*\S)?$/u, "must not begin or end with white space");
}

function list<Item extends z.ZodType>(item: Item, max: number) {
  return z.array(item).max(max, `must have at most ${max} entries`);
}

export const FactIdSchema = z
  .string()
  .min(FACT_LIMITS.idMin, `must have at least ${FACT_LIMITS.idMin} characters`)
  .max(FACT_LIMITS.idMax, `must have at most ${FACT_LIMITS.idMax} characters`)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "must be lower-case words (a-z, 0-9) joined by hyphens");

export const KernelVersionSchema = z
  .string()
  .regex(/^\d{1,3}\.\d{1,4}$/, "must be a mainline release such as 6.1");

export const DateSchema = z.iso.date("must be a date such as 2026-11-22");

export const SourceSchema = z.strictObject({
  title: line(1, FACT_LIMITS.sourceTitleMax),
  url: atMost(FACT_LIMITS.sourceUrlMax).regex(
    // What would end a Markdown link or an embed's URL early is refused rather than escaped.
    /^https:\/\/[a-z0-9.-]+\.[a-z]{2,}(?:\/[^\s<>"\\^`{|}]*)?$/i,
    "must be an https URL without spaces or quotes",
  ),
  kind: z.enum(SOURCE_KINDS, `must be one of ${SOURCE_KINDS.join(", ")}`),
});

const none: readonly string[] = [];

export const FactSchema = z.strictObject({
  id: FactIdSchema,
  title: line(FACT_LIMITS.titleMin, FACT_LIMITS.titleMax),
  body: atMost(FACT_LIMITS.bodyMax)
    .regex(/\S/, "must not be empty")
    .regex(/^[^\p{Cc}]*(?:[\n\t][^\p{Cc}]*)*$/u, "must not hold control characters"),
  topic: FactIdSchema,
  aliases: list(line(1, FACT_LIMITS.aliasMax), FACT_LIMITS.aliases).default([...none]),
  tags: list(line(1, FACT_LIMITS.tagMax), FACT_LIMITS.tags).default([...none]),
  since: KernelVersionSchema.exactOptional(),
  until: KernelVersionSchema.exactOptional(),
  status: z.enum(FACT_STATUSES, `must be one of ${FACT_STATUSES.join(", ")}`),
  supersededBy: FactIdSchema.exactOptional(),
  sources: list(SourceSchema, FACT_LIMITS.sources).min(1, "must name at least one source"),
  checked: z.strictObject({ on: DateSchema, against: KernelVersionSchema }),
  related: list(FactIdSchema, FACT_LIMITS.related).default([...none]),
  featured: z.boolean().default(false),
});

type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;

/** A fact as the whole bot sees it: every list present, defaults filled in. Field by field in `docs/facts.md`. */
export type Fact = DeepReadonly<z.output<typeof FactSchema>>;
export type Source = Fact["sources"][number];
