import { KnowledgeError } from "../knowledge/errors.ts";
import type { FactStore, LocalFact, Revision } from "../knowledge/fact-store.ts";

interface Options {
  readonly now?: () => Date;
}

/** A store that forgets everything when the process ends: for tests and previews. */
export function createMemoryFactStore({ now = () => new Date() }: Options = {}): FactStore {
  const revisions: Revision[] = [];
  const local = new Map<string, LocalFact>();
  const listeners = new Set<(made: readonly Revision[]) => void>();
  let changes = 0;

  return {
    load: async () => new Map(local),

    async apply(wanted, about) {
      for (const { id, expected } of wanted) {
        if ((local.get(id)?.revision ?? 0) === expected) continue;
        throw new KnowledgeError("conflict", `The fact ${id} has been changed meanwhile.`);
      }
      changes += 1;
      const made = wanted.map(({ id, expected, before, after, base }) => ({
        ...about,
        id,
        number: expected + 1,
        change: String(changes),
        at: now().toISOString(),
        before,
        after,
        base,
      }));
      for (const { id, number, after, base } of made) {
        local.set(id, { id, revision: number, fact: after, base });
      }
      revisions.push(...made);
      for (const listener of listeners) listener(made);
      return made;
    },

    history: async (id) => revisions.filter((revision) => revision.id === id),

    async *revisions(skip = 0) {
      yield* revisions.slice(skip);
    },

    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    close: async () => undefined,
  };
}
