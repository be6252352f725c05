import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { createCuration } from "../src/knowledge/curation.ts";
import type { Fact } from "../src/knowledge/fact.ts";
import type { About } from "../src/knowledge/fact-store.ts";
import { createKnowledgeBase } from "../src/knowledge/knowledge-base.ts";
import { ANSWER_FLOOR } from "../src/knowledge/search/answer-floor.ts";
import { createFactIndex } from "../src/knowledge/search/create-fact-index.ts";
import { openStores } from "../src/stores/open-stores.ts";
import { readKnowledge } from "../src/stores/read-knowledge.ts";

/**
 * What an edit costs with many local revisions: how long until it is acknowledged, how long it blocks the event loop,
 * and how long autocomplete takes beside it. Everything is real but Discord; the store is on this folder's disk.
 */
const REVISIONS = 5_000;
const REVISIONS_A_CHANGE = 50;
const EDITS = 300;
const KEYSTROKE_EVERY_MS = 5;
/** As long as the edits take, about, so that what else runs on the machine shows in both. */
const IDLE_MS = 4_000;
/** What the product promises. */
const LIMITS = { editMedianMs: 50, autocompleteMs: 20 } as const;
const QUERIES = ["p", "pin_in", "when was rust", "spinlok", "kernel::sync", "who maintains"];

const about: About = { kind: "edit", by: { id: "1".repeat(18), name: "Moderator" }, why: "bench" };

await mkdir("var", { recursive: true });
const dir = await mkdtemp(join("var", "bench-"));
try {
  process.exitCode = (await measure()) ? 0 : 1;
} finally {
  await rm(dir, { recursive: true });
}

async function measure(): Promise<boolean> {
  const shipped = await readKnowledge("data");
  await fill(shipped.facts);

  const opening = performance.now();
  const stores = await openStores(dir);
  const local = await stores.facts.load();
  const openMs = performance.now() - opening;
  const options = { shipped, local, createIndex: createFactIndex, floor: ANSWER_FLOOR };
  const base = createKnowledgeBase(options);
  stores.facts.watch((revisions) => base.update(revisions));
  const byId = new Map(shipped.facts.map((fact) => [fact.id, fact]));
  const curation = createCuration({ base, store: stores.facts, shipped: (id) => byId.get(id) });

  const suggestMs: number[] = [];
  let typing = true;
  async function type(): Promise<void> {
    for (let at = 0; typing; at++) {
      const due = performance.now() + KEYSTROKE_EVERY_MS;
      await sleep(KEYSTROKE_EVERY_MS);
      base.suggest(QUERIES[at % QUERIES.length] ?? "", 25);
      // From when the key was pressed: waiting for a blocked event loop counts.
      suggestMs.push(performance.now() - due);
    }
  }
  const typed = type();
  await sleep(IDLE_MS);
  const idle = suggestMs.splice(0);

  const blocked = monitorEventLoopDelay({ resolution: 1 });
  blocked.enable();
  const editMs: number[] = [];
  for (let at = 0; at < EDITS; at++) {
    const from = base.getFact(shipped.facts[at % shipped.facts.length]?.id ?? "");
    const edit = { id: from.id, from, to: { ...from, tags: [`bench ${at}`] } };
    const start = performance.now();
    await curation.save([edit], about);
    editMs.push(performance.now() - start);
  }
  blocked.disable();
  typing = false;
  await typed;
  await stores.close();

  const rows = {
    facts: `${shipped.facts.length} shipped, ${local.size} changed here, ${REVISIONS} revisions`,
    "store opened": `${openMs.toFixed(0)} ms`,
    "edit acknowledged": spread(editMs),
    "event loop blocked, longest": `${(blocked.max / 1e6).toFixed(1)} ms`,
    "autocomplete, no edits": spread(idle),
    "autocomplete beside edits": spread(suggestMs),
  };
  for (const [name, value] of Object.entries(rows)) console.log(`${name.padEnd(28)} ${value}`);
  const longest = Math.max(...suggestMs);
  const good =
    percentile(editMs, 0.5) < LIMITS.editMedianMs &&
    (longest < LIMITS.autocompleteMs || longest < Math.max(...idle));
  console.log(good ? "within limits" : `not within limits: ${JSON.stringify(LIMITS)}`);
  return good;
}

/** Makes the revisions, some at once: only their number matters here. */
async function fill(facts: readonly Fact[]): Promise<void> {
  const { facts: store, close } = await openStores(dir);
  const current = new Map(facts.map((fact) => [fact.id, fact]));
  const numbers = new Map<string, number>();
  for (let made = 0; made < REVISIONS; made += REVISIONS_A_CHANGE) {
    const chosen = Array.from({ length: REVISIONS_A_CHANGE }, (_, at) => {
      const fact = facts[(made + at) % facts.length];
      if (!fact) throw new Error("no facts");
      return current.get(fact.id) ?? fact;
    });
    const changes = chosen.map((before) => {
      const after = { ...before, tags: [`revision ${made}`] };
      current.set(before.id, after);
      const expected = numbers.get(before.id) ?? 0;
      numbers.set(before.id, expected + 1);
      const base = facts.find(({ id }) => id === before.id) ?? null;
      return { id: before.id, expected, before, after, base };
    });
    await store.apply(changes, about);
  }
  await close();
}

function spread(values: readonly number[]): string {
  const at = (share: number) => percentile(values, share).toFixed(1);
  return `median ${at(0.5)} ms, 99 % ${at(0.99)} ms, longest ${at(1)} ms (${values.length})`;
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
