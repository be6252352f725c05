import { z } from "zod";
import { type Fact, FactSchema } from "./fact.ts";

/** What ties a fact to others, and to topics, releases and days; undefined where it could not be read. */
export type Relations = Pick<Fact, "id" | "aliases" | "related"> & {
  readonly [Key in "title" | "topic" | "since" | "until" | "supersededBy" | "checked"]?:
    | Fact[Key]
    | undefined;
};

const { shape } = FactSchema;

const RelationsSchema = z.object({
  title: readable(shape.title),
  topic: readable(shape.topic),
  since: readable(shape.since),
  until: readable(shape.until),
  supersededBy: readable(shape.supersededBy),
  checked: readable(shape.checked),
  aliases: readableItems(shape.aliases.unwrap().element),
  related: readableItems(shape.related.unwrap().element),
});

/** The relations of a fact from untrusted data, as far as they are well-formed. */
export function readRelations(data: unknown, id: string): Relations {
  const read = RelationsSchema.safeParse(data).data;
  return { id, ...(read ?? { aliases: [], related: [] }) };
}

function readable<Schema extends z.ZodType>(schema: Schema) {
  return schema.optional().catch(undefined);
}

function readableItems<Schema extends z.ZodType>(schema: Schema) {
  return z
    .array(z.unknown())
    .catch([])
    .transform((items) =>
      items.flatMap((item) => {
        const { data } = schema.safeParse(item);
        return data === undefined ? [] : [data];
      }),
    );
}
