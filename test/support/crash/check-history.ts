import type { Revision } from "../../../src/knowledge/fact-store.ts";
import type { Acknowledged, CrashChange } from "./crash-driver.ts";

/** A change that was asked for, and what is known of it: undefined where no answer came. */
export interface Asked extends CrashChange {
  answer: Acknowledged | null | undefined;
}

export interface Losses {
  /** Acknowledged changes that are not where their answers said. */
  readonly lost: number;
  /** Changes that are there by half, twice, though refused or never asked for, or in a history with gaps. */
  readonly damaged: number;
}

/** Holds all that is kept, oldest first, against all that was asked for. */
export function checkHistory(revisions: readonly Revision[], asked: readonly Asked[]): Losses {
  const before = predecessors(revisions);
  const changes = groupBy(revisions, ({ change }) => change);
  const asksOf = groupBy(asked, ({ mark }) => mark);
  const keptOf = new Map<string, number>();
  const markAt = new Map<string, string>();
  let damaged = countGaps(revisions, before);
  for (const change of changes.values()) {
    const mark = markOf(change, before);
    keptOf.set(mark, (keptOf.get(mark) ?? 0) + 1);
    for (const { id, number } of change) markAt.set(`${id} ${number}`, mark);
    const kept = change.map(({ id }) => id).sort();
    const wanted = [...(asksOf.get(mark)?.[0]?.facts ?? [])].sort();
    if (String(kept) !== String(wanted) || !isWhole(change, before)) damaged += 1;
  }
  for (const [mark, kept] of keptOf) {
    const possible = (asksOf.get(mark) ?? []).filter(({ answer }) => answer !== null).length;
    damaged += Math.max(0, kept - possible);
  }
  const lost = asked.filter(
    ({ mark, answer }) => answer && markAt.get(`${answer.id} ${answer.number}`) !== mark,
  ).length;
  return { lost, damaged };
}

type Predecessors = ReadonlyMap<Revision, Revision>;

/** The revision of the same fact before each. */
function predecessors(revisions: readonly Revision[]): Predecessors {
  const last = new Map<string, Revision>();
  const before = new Map<Revision, Revision>();
  for (const revision of revisions) {
    const previous = last.get(revision.id);
    if (previous) before.set(revision, previous);
    last.set(revision.id, revision);
  }
  return before;
}

/** Revisions that do not follow on the one before of the same fact. The first follows on what is shipped. */
function countGaps(revisions: readonly Revision[], before: Predecessors): number {
  return revisions.filter((revision) => {
    const previous = before.get(revision);
    if (revision.number !== (previous?.number ?? 0) + 1) return true;
    return previous !== undefined && !isSame(revision.before, previous.after);
  }).length;
}

/** What a change is told from others by: its reason, or what stands in for one. */
function markOf(change: readonly Revision[], before: Predecessors): string {
  const [first] = change;
  if (first?.kind === "verify") return `verify ${first.after?.checked.against}`;
  if (first?.kind === "restore") return `bring back ${removalBefore(change, before)?.why}`;
  return first?.why ?? "";
}

/** The removal that a change takes back. */
function removalBefore(change: readonly Revision[], before: Predecessors): Revision | undefined {
  return change.map((revision) => before.get(revision)).find((one) => one?.after === null);
}

/** Whether the facts of a change are as it says. */
function isWhole(change: readonly Revision[], before: Predecessors): boolean {
  const gone = change.find(({ after }) => after === null)?.id;
  return change.every((revision) => {
    const { kind, after, why } = revision;
    if (kind === "edit") return after?.body === why;
    if (kind === "remove") return after === null || !after.related.includes(gone ?? "");
    if (kind !== "restore") return true;
    const removal = removalBefore(change, before);
    return revision.id === removal?.id
      ? isSame(after, removal.before)
      : after?.related.includes(removal?.id ?? "") === true;
  });
}

function isSame(one: object | null, other: object | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function groupBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
