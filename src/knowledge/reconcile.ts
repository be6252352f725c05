import type { NewItem } from "./curation-store.ts";
import type { Fact } from "./fact.ts";
import type { FactChange, LocalFact } from "./fact-store.ts";
import { mergeFacts, sameFact } from "./merge.ts";

/** What a new version of the shipped facts means for the local changes. */
export interface Reconciliation {
  /** Local texts that take in what changed upstream. */
  readonly changes: readonly (FactChange & { readonly before: Fact | null })[];
  /** What a curator has to decide; the local text stays in force meanwhile. */
  readonly conflicts: readonly (NewItem & {
    readonly factId: string;
    readonly shipped: Fact | null;
  })[];
}

/**
 * Merges, three ways, what is shipped now into every local change: the text that the change was based on is what both
 * started from. Doing it again on the result gives nothing to do.
 */
export function reconcile(
  local: Iterable<LocalFact>,
  shipped: (id: string) => Fact | undefined,
): Reconciliation {
  const changes: (FactChange & { readonly before: Fact | null })[] = [];
  const conflicts: Reconciliation["conflicts"][number][] = [];
  for (const { id, revision, fact, base } of local) {
    const now = shipped(id) ?? null;
    if (sameFact(base, now)) continue;
    const merged = mergeFacts(base, fact, now);
    if (!merged.agreed) {
      conflicts.push({
        kind: "upstream",
        factId: id,
        shipped: now,
        text: wording(fact, base, now),
      });
    } else if (!sameFact(merged.fact, fact)) {
      changes.push({ id, expected: revision, before: fact, after: merged.fact, base: now });
    }
  }
  return { changes, conflicts };
}

function wording(fact: Fact | null, base: Fact | null, now: Fact | null): string {
  if (now === null) return "This fact is shipped no more, and was changed here.";
  if (base === null) return "A fact with this id was added here, and another one is shipped now.";
  if (fact === null) return "This fact was removed here, and its shipped text has changed.";
  return "This fact was changed here, and its shipped text has changed in the same place.";
}
