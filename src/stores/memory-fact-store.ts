import type { FactStore, Revision } from "../knowledge/fact-store.ts";
import {
  createRevisions,
  type Entry,
  makeRevisions,
  names,
  plannedChanges,
  withoutUser,
} from "./revisions.ts";

interface Options {
  readonly now?: () => Date;
}

/** A store that forgets everything when the process ends: for tests and previews. */
export function createMemoryFactStore({ now = () => new Date() }: Options = {}): FactStore {
  const entries: Entry[] = [];
  let revisions = createRevisions();
  const listeners = new Set<(made: readonly Revision[]) => void>();

  function add(entry: Entry): void {
    entries.push(entry);
    revisions.add(entry);
  }

  return {
    load: async () => new Map(revisions.heads),

    async apply(changes, about) {
      const wanted = plannedChanges(changes, revisions);
      revisions.check(wanted);
      if (wanted.length === 0) return [];
      const made = makeRevisions(wanted, about, { change: String(entries.length + 1), at: now() });
      add({ revisions: made });
      for (const listener of listeners) listener(made);
      return made;
    },

    async rebase(bases) {
      const at = now().toISOString();
      add({ rebased: bases.map(({ id, base }) => ({ id, base, at })) });
    },

    history: async (id) => revisions.of(id),

    async *revisions(skip = 0) {
      yield* revisions.all.slice(skip);
    },

    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    async forget(userId) {
      const count = revisions.all.filter((revision) => names(revision, userId)).length;
      entries.splice(0, entries.length, ...entries.map((entry) => withoutUser(entry, userId)));
      revisions = createRevisions(entries);
      return count;
    },

    close: async () => undefined,
  };
}
