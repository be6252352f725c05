import type { Knowledge } from "./check-knowledge.ts";
import type { CurationStore, QueueItem } from "./curation-store.ts";
import type { About, Author, FactStore, Revision } from "./fact-store.ts";
import { sameFact } from "./merge.ts";
import { reconcile, type UpstreamItem } from "./reconcile.ts";

/** Who makes the revisions that nobody typed. */
export const BOT: Author = { name: "bot" };

interface Dependencies {
  readonly facts: FactStore;
  readonly curation: CurationStore;
  readonly shipped: Knowledge;
  /** Which facts are shipped, for the history. */
  readonly version: string;
}

/** What taking in the shipped facts came to. */
export interface MergeReport {
  /** Revisions of local texts that took in a shipped change. */
  readonly merged: readonly Revision[];
  /** What is new in the review queue. */
  readonly queued: readonly QueueItem[];
  /** Items that a curator need not decide any more. */
  readonly settled: readonly QueueItem[];
  /** How many local texts wait for a decision, those of earlier starts included. */
  readonly waiting: number;
}

/** Upstream items are not limited: nobody typed them. */
const UNLIMITED = { openPerAuthor: Number.POSITIVE_INFINITY, open: Number.POSITIVE_INFINITY };

/**
 * Takes the shipped facts into the local changes: what can be merged is, what cannot waits in the review queue, once.
 * Each step can be done again, so a crash in between loses nothing, and a second time changes nothing.
 */
export async function mergeShipped(dependencies: Dependencies): Promise<MergeReport> {
  const { facts, curation, shipped, version } = dependencies;
  const locals = await facts.load();
  const { changes, rebased, conflicts } = reconcile(locals.values(), shipped);
  const about: About = { kind: "merge", by: BOT, why: `Took in the shipped facts ${version}.` };
  const merged = await facts.apply(changes, about);
  const known = new Map((await curation.listUpstream()).map((item) => [item.factId ?? "", item]));
  const isKnown = (conflict: UpstreamItem) => {
    const item = known.get(conflict.factId);
    return item !== undefined && !isWithdrawn(item) && isSameQuestion(item, conflict);
  };
  const isDecided = ({ factId }: UpstreamItem) => known.get(factId)?.outcome !== undefined;
  const asked = conflicts.filter((conflict) => !isKnown(conflict));
  const decided = conflicts.filter((conflict) => isKnown(conflict) && isDecided(conflict));
  await facts.rebase([
    ...rebased,
    ...decided
      .map(({ factId, shipped }) => ({ id: factId, base: shipped }))
      .filter(({ id, base }) => !sameFact(locals.get(id)?.base ?? null, base)),
  ]);
  const queued: QueueItem[] = [];
  for (const item of asked) queued.push(await curation.addItem(item, UNLIMITED));
  const inConflict = new Set(conflicts.map(({ factId }) => factId));
  const settled: QueueItem[] = [];
  for (const { id, factId, outcome } of known.values()) {
    if (outcome || inConflict.has(factId ?? "")) continue;
    settled.push(await curation.closeItem(id, { accepted: true, by: BOT, reason: SETTLED }));
  }
  return { merged, queued, settled, waiting: conflicts.length - decided.length };
}

const SETTLED = "There is nothing to decide any more.";

function isSameQuestion({ shipped, text }: QueueItem, asked: UpstreamItem): boolean {
  return shipped !== undefined && sameFact(shipped, asked.shipped) && text === asked.text;
}

/** Nobody has decided on it: the question had no point any more, and may have one again. */
function isWithdrawn({ outcome }: QueueItem): boolean {
  return outcome?.by.id === undefined && outcome?.by.name === BOT.name;
}
