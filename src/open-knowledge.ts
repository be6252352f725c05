import type { Logger } from "pino";
import { type Curation, createCuration } from "./knowledge/curation.ts";
import { createKnowledgeBase, type KnowledgeBase } from "./knowledge/knowledge-base.ts";
import { mergeShipped } from "./knowledge/merge-shipped.ts";
import { ANSWER_FLOOR } from "./knowledge/search/answer-floor.ts";
import { createFactIndex } from "./knowledge/search/create-fact-index.ts";
import type { Stores } from "./stores/open-stores.ts";
import type { ShippedKnowledge } from "./stores/read-knowledge.ts";

interface Dependencies {
  readonly shipped: ShippedKnowledge;
  readonly stores: Stores;
  readonly logger: Logger;
  /** Where it was read from, for the log. */
  readonly from: string;
}

/** What the bot knows, and the way to change it. */
export interface OpenKnowledge {
  /** Hears of every change that is kept, until the store is closed. */
  readonly base: KnowledgeBase;
  readonly curation: Curation;
}

/** Merges what ships into the local changes, and puts the two together. */
export async function openKnowledge(dependencies: Dependencies): Promise<OpenKnowledge> {
  const { shipped, stores, logger, from } = dependencies;
  await takeInShipped(dependencies);
  const local = await stores.facts.load();
  const base = createKnowledgeBase({
    shipped,
    local,
    createIndex: createFactIndex,
    floor: ANSWER_FLOOR,
  });
  stores.facts.watch((revisions) => base.update(revisions));
  const counts = {
    facts: base.listFacts().length,
    topics: shipped.topics.length,
    changed: local.size,
  };
  logger.info({ ...counts, data: shipped.version, from }, "facts loaded");
  const byId = new Map(shipped.facts.map((fact) => [fact.id, fact]));
  const curation = createCuration({ base, store: stores.facts, shipped: (id) => byId.get(id) });
  return { base, curation };
}

/** Says what came of the merge where anything did. */
async function takeInShipped({ shipped, stores, logger }: Dependencies): Promise<void> {
  const { facts, curation } = stores;
  const { version } = shipped;
  const report = await mergeShipped({ facts, curation, shipped, version });
  const { merged, queued, settled, waiting } = report;
  if (merged.length + queued.length + settled.length === 0) return;
  const counts = { merged: merged.length, queued: queued.length, settled: settled.length, waiting };
  logger.info({ ...counts, data: version }, "shipped facts merged into local changes");
}
