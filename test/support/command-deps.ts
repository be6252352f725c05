import type { CommandDeps } from "../../commands/command-deps.ts";
import type { Knowledge } from "../../src/knowledge/check-knowledge.ts";
import { createCuration } from "../../src/knowledge/curation.ts";
import { createKnowledgeBase } from "../../src/knowledge/knowledge-base.ts";
import { ANSWER_FLOOR } from "../../src/knowledge/search/answer-floor.ts";
import { createFactIndex } from "../../src/knowledge/search/create-fact-index.ts";
import { createMemoryCurationStore } from "../../src/stores/memory-curation-store.ts";
import { createMemoryFactStore } from "../../src/stores/memory-fact-store.ts";

/** What commands need, of real parts that keep everything in memory; there is no Discord. */
export function commandDeps(
  shipped: Knowledge = { facts: [], topics: [], releases: [] },
  overrides: Partial<CommandDeps> = {},
): CommandDeps {
  const base = createKnowledgeBase({
    shipped,
    local: new Map(),
    createIndex: createFactIndex,
    floor: ANSWER_FLOOR,
  });
  const factStore = createMemoryFactStore();
  factStore.watch((revisions) => base.update(revisions));
  const byId = new Map(shipped.facts.map((fact) => [fact.id, fact]));
  return {
    base,
    factStore,
    curation: createCuration({ base, store: factStore, shipped: (id) => byId.get(id) }),
    curationStore: createMemoryCurationStore(),
    outbox: { toCurators: async () => undefined, toUser: async () => false },
    now: Date.now,
    random: Math.random,
    staleAfterDays: 180,
    repeatWindowMs: 0,
    gaps: true,
    requireSecondCurator: false,
    curatorsByRole: false,
    status: () => {
      throw new Error("nobody asks how the bot is doing");
    },
    privacy: "",
    ballotOf: (...parts) => parts.join(),
    download: () => {
      throw new Error("there is no file");
    },
    afterwards: (work) => void work(),
    ...overrides,
  };
}
