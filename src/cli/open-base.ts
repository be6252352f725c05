import type { Config } from "../config.ts";
import { createKnowledgeBase, type KnowledgeBase } from "../knowledge/knowledge-base.ts";
import { ANSWER_FLOOR } from "../knowledge/search/answer-floor.ts";
import { createFactIndex } from "../knowledge/search/create-fact-index.ts";
import { readRevisions } from "../stores/json-fact-store.ts";
import { readKnowledge } from "../stores/read-knowledge.ts";
import { namingFile } from "./file-error.ts";

/** All that is known, for reading: needs no lock, so it works while the bot runs. */
export async function readAll({ factsDir, dataDir }: Config) {
  const [shipped, { heads, all }] = await Promise.all([
    readKnowledge(factsDir),
    namingFile(dataDir, () => readRevisions(dataDir)),
  ]);
  const base = createKnowledgeBase({
    shipped,
    local: heads,
    createIndex: createFactIndex,
    floor: ANSWER_FLOOR,
  });
  return { shipped, local: heads, revisions: all, base };
}

/** The knowledge base as the bot has it, for reading. */
export async function openBase(config: Config): Promise<KnowledgeBase> {
  return (await readAll(config)).base;
}
