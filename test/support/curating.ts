import type { Knowledge } from "../../src/knowledge/check-knowledge.ts";
import { createCuration } from "../../src/knowledge/curation.ts";
import type { CurationStore } from "../../src/knowledge/curation-store.ts";
import type { Fact } from "../../src/knowledge/fact.ts";
import type { About, FactStore } from "../../src/knowledge/fact-store.ts";
import { createKnowledgeBase } from "../../src/knowledge/knowledge-base.ts";
import { mergeShipped } from "../../src/knowledge/merge-shipped.ts";
import { fact } from "./facts.ts";
import { createPlainIndex } from "./plain-index.ts";

/** Shipped knowledge of these facts, all in the topic `history`. */
export function knowledgeOf(facts: readonly Fact[]): Knowledge {
  const release = { toolchain: "minimum" as const, longTerm: false, sources: [...fact().sources] };
  return {
    facts,
    topics: [{ id: "history", title: "History", description: "What happened when." }],
    releases: ["6.1", "6.9", "6.18", "7.2"].map((version) => ({
      ...release,
      version,
      date: "2026-01-01",
    })),
  };
}

export const byModerator: About = {
  kind: "edit",
  by: { id: "1".repeat(18), name: "Moderator" },
  why: "because",
};

/** A bot without Discord: what ships is merged into the store, then facts can be changed. */
export async function startCurating(
  facts: FactStore,
  curation: CurationStore,
  shipped: Knowledge,
  version = "v1",
) {
  const report = await mergeShipped({ facts, curation, shipped, version });
  const base = createKnowledgeBase({
    shipped,
    local: await facts.load(),
    createIndex: createPlainIndex,
    floor: 0.5,
  });
  const stop = facts.watch((revisions) => base.update(revisions));
  const byId = new Map(shipped.facts.map((fact) => [fact.id, fact]));
  const curator = createCuration({ base, store: facts, shipped: (id) => byId.get(id) });
  return {
    report,
    base,
    curator,
    stop,
    /** Changes fields of a fact, from what is in force. */
    async edit(id: string, changes: Partial<Fact>, about: About = byModerator) {
      const from = base.getFact(id);
      return curator.save([{ id, from, to: { ...from, ...changes } }], about);
    },
    add: (to: Fact) => curator.save([{ id: to.id, from: null, to }], byModerator),
    remove: (id: string) => curator.save(curator.removal(id), { ...byModerator, kind: "remove" }),
  };
}
