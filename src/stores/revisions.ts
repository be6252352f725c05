import { KnowledgeError } from "../knowledge/errors.ts";
import {
  type About,
  ANONYMOUS,
  type FactChange,
  type FactStore,
  type LocalFact,
  type Revision,
} from "../knowledge/fact-store.ts";

/** That the local text of a fact takes account of another shipped text. */
export type Rebased = Pick<LocalFact, "id" | "base"> & { readonly at: string };

/** What happened to local facts at once, as it is kept. */
export type Entry =
  | { readonly revisions: readonly Revision[]; readonly rebased?: never }
  | { readonly rebased: readonly Rebased[]; readonly revisions?: never };

/** All revisions in memory, with where each fact stands. */
export interface Revisions {
  readonly heads: ReadonlyMap<string, LocalFact>;
  /** Oldest first. */
  readonly all: readonly Revision[];
  of(id: string): readonly Revision[];
  /** Throws KnowledgeError `conflict` where a change does not start from the newest revision. */
  check(changes: readonly FactChange[]): void;
  add(entry: Entry): void;
}

export function createRevisions(entries: readonly Entry[] = []): Revisions {
  const heads = new Map<string, LocalFact>();
  const all: Revision[] = [];
  const byFact = new Map<string, Revision[]>();

  function addRevision(revision: Revision): void {
    const { id, number, after, base } = revision;
    heads.set(id, { id, revision: number, fact: after, base });
    all.push(revision);
    const own = byFact.get(id);
    if (own) own.push(revision);
    else byFact.set(id, [revision]);
  }

  function rebase({ id, base }: Rebased): void {
    const head = heads.get(id);
    if (head) heads.set(id, { ...head, base });
  }

  function add(entry: Entry): void {
    if (entry.revisions) for (const revision of entry.revisions) addRevision(revision);
    else for (const rebased of entry.rebased) rebase(rebased);
  }

  for (const entry of entries) add(entry);
  return {
    heads,
    all,
    of: (id) => [...(byFact.get(id) ?? [])],
    check(changes) {
      const seen = new Set<string>();
      for (const { id, expected } of changes) {
        if (!seen.has(id) && (heads.get(id)?.revision ?? 0) === expected) seen.add(id);
        else throw new KnowledgeError("conflict", `The fact ${id} has been changed meanwhile.`);
      }
    },
    add,
  };
}

/** What is to be applied, made out now where it is a plan. */
export function plannedChanges(
  changes: Parameters<FactStore["apply"]>[0],
  { heads }: Pick<Revisions, "heads">,
): readonly FactChange[] {
  return typeof changes === "function" ? changes(heads) : changes;
}

/** The revisions that one change makes. */
export function makeRevisions(
  changes: readonly FactChange[],
  { kind, by, why, credit }: About,
  { change, at }: { readonly change: string; readonly at: Date },
): readonly Revision[] {
  return changes.map(({ id, expected, before, after, base }) => ({
    id,
    number: expected + 1,
    change,
    at: at.toISOString(),
    kind,
    by,
    why,
    ...(credit ? { credit } : {}),
    before,
    after,
    base,
  }));
}

/** The entry without a user's id and name, or itself where it does not name them. */
export function withoutUser(entry: Entry, userId: string): Entry {
  if (!entry.revisions?.some((revision) => names(revision, userId))) return entry;
  const revisions = entry.revisions.map((revision) => {
    const { by, credit, ...rest } = revision;
    return {
      ...rest,
      by: by.id === userId ? ANONYMOUS : by,
      ...(credit ? { credit: credit.id === userId ? ANONYMOUS : credit } : {}),
    };
  });
  return { revisions };
}

/** Whether a revision was made by a user, or credits them. */
export function names({ by, credit }: Revision, userId: string): boolean {
  return by.id === userId || credit?.id === userId;
}
