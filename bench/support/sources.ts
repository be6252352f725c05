import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Fact } from "../../src/knowledge/fact.ts";
import { readKnowledge } from "../../src/stores/read-knowledge.ts";
import { readCollection } from "./collection.ts";

/** What large measurements are made of: the shipped facts, and the collections in a folder where one is given. */
export interface Sources {
  readonly facts: readonly Fact[];
  readonly questions: readonly string[];
}

export async function readSources(directory: string | undefined): Promise<Sources> {
  const { facts } = await readKnowledge("data");
  const collections =
    directory === undefined
      ? []
      : readdirSync(directory)
          .filter((name) => name.endsWith(".json"))
          .map((name) => readCollection(join(directory, name)));
  return {
    facts: [...facts, ...collections.flatMap((collection) => collection.facts)],
    questions: [
      ...facts.flatMap(({ aliases }) => aliases.filter((alias) => alias.split(" ").length > 3)),
      ...collections.flatMap(({ queries }) => queries.map(({ text }) => text)),
    ],
  };
}
