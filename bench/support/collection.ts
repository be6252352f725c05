import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Fact } from "../../src/knowledge/fact.ts";

const DocumentSchema = z.object({
  id: z.string(),
  title: z.string(),
  aliases: z.array(z.string()).default([]),
  body: z.string().default(""),
  tags: z.array(z.string()).default([]),
});

const CollectionSchema = z.object({
  name: z.string(),
  docs: z.array(DocumentSchema),
  queries: z.array(z.object({ id: z.string(), text: z.string() })),
  qrels: z.record(z.string(), z.record(z.string(), z.number())),
});

/** A test collection: documents, queries, and which documents people judged relevant to which query, by grade. */
export interface Collection {
  readonly name: string;
  readonly facts: readonly Fact[];
  readonly queries: readonly {
    readonly text: string;
    readonly grades: ReadonlyMap<string, number>;
  }[];
}

export function readCollection(path: string): Collection {
  const data = CollectionSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  return {
    name: data.name,
    facts: data.docs.map(toFact),
    queries: data.queries.map(({ id, text }) => ({
      text,
      grades: new Map(Object.entries(data.qrels[id] ?? {}).filter(([, grade]) => grade > 0)),
    })),
  };
}

/** A document as a fact: what search does not look at is filled in, and nothing is checked against a fact's limits. */
export function toFact(document: z.output<typeof DocumentSchema>): Fact {
  return {
    ...document,
    topic: "collection",
    status: "current",
    sources: [],
    checked: { on: "2026-01-01", against: "6.18" },
    related: [],
    featured: false,
  };
}
