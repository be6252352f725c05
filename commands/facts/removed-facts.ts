import type { Fact } from "../../src/knowledge/fact.ts";
import type { FactStore, Revision } from "../../src/knowledge/fact-store.ts";
import { nameKey } from "../../src/knowledge/name-key.ts";

/** A fact that was removed here, and the revision that did it. */
export interface RemovedFact {
  readonly fact: Fact;
  readonly removal: Revision;
}

/** The removed facts whose id or title holds what was typed, last removed first; all for nothing. */
export async function listRemoved(store: FactStore, typed = ""): Promise<readonly RemovedFact[]> {
  const wanted = nameKey(typed);
  const removed: RemovedFact[] = [];
  for (const { id, fact } of (await store.load()).values()) {
    if (fact !== null) continue;
    const removal = (await store.history(id)).at(-1);
    if (removal?.before) removed.push({ fact: removal.before, removal });
  }
  return removed
    .filter(({ fact }) => [fact.id, fact.title].some((name) => nameKey(name).includes(wanted)))
    .sort((a, b) => (a.removal.at < b.removal.at ? 1 : -1));
}
