import type { Fact } from "../fact.ts";

/** How many facts name another as related, by its id, whether that one is here or not. */
export interface LinkCounts {
  add(fact: Fact): void;
  /** Only of a fact that was added. */
  remove(fact: Fact): void;
  to(id: string): number;
}

/** `changed` is told each count that is no longer what it was. */
export function createLinkCounts(changed: (id: string, count: number) => void): LinkCounts {
  const counts = new Map<string, number>();

  function change(fact: Fact, by: number): void {
    for (const id of fact.related) {
      const count = (counts.get(id) ?? 0) + by;
      if (count > 0) counts.set(id, count);
      else counts.delete(id);
      changed(id, count);
    }
  }

  return {
    add: (fact) => change(fact, 1),
    remove: (fact) => change(fact, -1),
    to: (id) => counts.get(id) ?? 0,
  };
}
