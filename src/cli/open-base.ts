import type { Config } from "../config.ts";
import { createKnowledgeBase, type KnowledgeBase } from "../knowledge/knowledge-base.ts";
import { ANSWER_FLOOR } from "../knowledge/search/answer-floor.ts";
import { createFactIndex } from "../knowledge/search/create-fact-index.ts";
import { readLocalFacts } from "../stores/json-fact-store.ts";
import { readKnowledge } from "../stores/read-knowledge.ts";

/** The knowledge base as the bot has it, for reading: needs no lock, so it works while the bot runs. */
export async function openBase({ factsDir, dataDir }: Config): Promise<KnowledgeBase> {
  const [shipped, local] = await Promise.all([readKnowledge(factsDir), readLocalFacts(dataDir)]);
  return createKnowledgeBase({ shipped, local, createIndex: createFactIndex, floor: ANSWER_FLOOR });
}
