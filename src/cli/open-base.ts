import { createKnowledgeBase, type KnowledgeBase } from "../knowledge/knowledge-base.ts";
import { ANSWER_FLOOR } from "../knowledge/search/answer-floor.ts";
import { createFactIndex } from "../knowledge/search/create-fact-index.ts";
import { readRevisions } from "../stores/json-fact-store.ts";
import { readKnowledge } from "../stores/read-knowledge.ts";
import { namingFile } from "./file-error.ts";
import { noteNothingKept } from "./store-folder.ts";
import type { Cli } from "./verb.ts";

/**
 * All that is known, for reading: needs no lock, so it works while the bot runs. Where nothing is kept in `DATA_DIR`, a
 * note says so: a slip in its name is not to pass for a bot in which nothing was changed.
 */
export async function readAll({ config: { factsDir, dataDir }, note }: Cli) {
  const [shipped, { heads, all }, nothing] = await Promise.all([
    readKnowledge(factsDir),
    namingFile(`The store in ${dataDir} (DATA_DIR)`, () => readRevisions(dataDir)),
    noteNothingKept(dataDir),
  ]);
  if (nothing !== undefined) note(nothing);
  const base = createKnowledgeBase({
    shipped,
    local: heads,
    createIndex: createFactIndex,
    floor: ANSWER_FLOOR,
  });
  return { shipped, local: heads, revisions: all, base };
}

/** The knowledge base as the bot has it, for reading. */
export async function openBase(cli: Cli): Promise<KnowledgeBase> {
  return (await readAll(cli)).base;
}
