import type { Fact } from "../fact.ts";
import { nameKey } from "../name-key.ts";
import { hashOf } from "./hash.ts";

/** Whether a fact is called so: by its id, its title or an alias, in the sense of `nameKey`. */
export function isCalled(fact: Fact, key: string): boolean {
  return namesOf(fact).some((name) => nameKey(name) === key);
}

/** Finds facts by their names. Keeps hashes instead of the names themselves, which a hundred thousand facts have many of. */
export interface Names {
  add(slot: number, fact: Fact): void;
  remove(slot: number, fact: Fact): void;
  /** The slots of facts that may be called so: to be compared, since two names may share a hash. */
  find(key: string): readonly number[];
}

export function createNames(): Names {
  const slots = new Map<number, number | number[]>();

  function put(hash: number, slot: number): void {
    const found = slots.get(hash);
    if (found === undefined) slots.set(hash, slot);
    else if (typeof found === "number") slots.set(hash, [found, slot]);
    else found.push(slot);
  }

  function take(hash: number, slot: number): void {
    const found = slots.get(hash);
    if (found === slot) slots.delete(hash);
    if (!Array.isArray(found)) return;
    const last = found.pop();
    if (last !== undefined && last !== slot) found[found.indexOf(slot)] = last;
    if (found.length === 0) slots.delete(hash);
  }

  return {
    add(slot, fact) {
      for (const hash of hashesOf(fact)) put(hash, slot);
    },
    remove(slot, fact) {
      for (const hash of hashesOf(fact)) take(hash, slot);
    },
    find(key) {
      const found = slots.get(hashOf(key));
      if (found === undefined) return [];
      return typeof found === "number" ? [found] : found;
    },
  };
}

function hashesOf(fact: Fact): ReadonlySet<number> {
  return new Set(namesOf(fact).map((name) => hashOf(nameKey(name))));
}

function namesOf(fact: Fact): readonly string[] {
  return [fact.id, fact.title, ...fact.aliases];
}
