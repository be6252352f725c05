import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { FactStore, Revision } from "../knowledge/fact-store.ts";
import { createQueue } from "./create-queue.ts";
import { type FileSystem, nodeFileSystem } from "./file-system.ts";
import { openGoodCopy } from "./good-copy.ts";
import { openDocument } from "./json-document.ts";
import type { Report } from "./report-failures.ts";
import { openRevisionLog, readRevisionLog } from "./revision-log.ts";
import {
  createRevisions,
  type Entry,
  makeRevisions,
  names,
  plannedChanges,
  type Revisions,
  withoutUser,
} from "./revisions.ts";
import { storageFailed } from "./storage-failed.ts";

/** How far the log is synced and acknowledged. Written after each change, so it is kept this small. */
interface State {
  readonly bytes: number;
}

interface Options {
  readonly files: FileSystem;
  readonly now: () => Date;
  readonly report: Report;
}

function pathsOf(dir: string) {
  return {
    path: join(dir, "revisions.log"),
    goodCopy: join(dir, "revisions.log.good"),
    state: join(dir, "state.json"),
  };
}

/**
 * The store on plain files in one folder: `revisions.log` holds every change, synced before it is acknowledged, and
 * `state.json` (lowdb) how far it is acknowledged. Whoever opens it holds the folder's lock. Throws KnowledgeError
 * `storage-damaged` for a file that cannot be read, and writes over none.
 */
export async function openFactStore(
  dir: string,
  { files, now, report }: Options,
): Promise<FactStore> {
  const paths = pathsOf(dir);
  const initial: State = { bytes: 0 };
  const state = await openDocument({ files, path: paths.state, initial, copied: false });
  const place = { files, ...paths };
  let { log, entries } = await openRevisionLog({ ...place, acknowledged: state.data.bytes });
  const goodCopy = await openGoodCopy({ ...place, report });
  let revisions = createRevisions(entries);
  const listeners = new Set<(made: readonly Revision[]) => void>();
  const inTurn = createQueue();

  /** Durable when it resolves, and seen only then. */
  async function keep(entry: Entry): Promise<void> {
    const line = await log.append(entry).catch((error: unknown) => {
      throw storageFailed(error);
    });
    revisions.add(entry);
    entries.push(entry);
    await acknowledge();
    goodCopy.note(line);
    // Nobody waits for the copy, and it reports by itself what goes wrong.
    void inTurn(goodCopy.follow);
  }

  /** The log is safe by now and is read at start: a state that lags behind loses nothing. */
  async function acknowledge(): Promise<void> {
    try {
      await state.update(() => ({ bytes: log.bytes }));
    } catch (error) {
      report("acknowledged length of the log not written", error);
    }
  }

  /** Writes the whole log anew. Nothing of it counts as acknowledged meanwhile, since it may be shorter afterwards. */
  async function rewrite(next: readonly Entry[]): Promise<void> {
    try {
      await state.update(() => initial);
      await goodCopy.remove();
      await log.rewrite(next);
      entries = [...next];
      revisions = createRevisions(next);
    } catch (error) {
      throw storageFailed(error);
    } finally {
      await acknowledge();
      await goodCopy.renew();
    }
  }

  return {
    load: async () => new Map(revisions.heads),
    apply: (changes, about) =>
      inTurn(async () => {
        const wanted = plannedChanges(changes, revisions);
        revisions.check(wanted);
        if (wanted.length === 0) return [];
        const made = makeRevisions(wanted, about, { change: randomUUID(), at: now() });
        await keep({ revisions: made });
        for (const listener of listeners) listener(made);
        return made;
      }),
    rebase: (bases) =>
      inTurn(async () => {
        const at = now().toISOString();
        if (bases.length > 0) await keep({ rebased: bases.map((base) => ({ ...base, at })) });
      }),
    history: async (id) => revisions.of(id),
    async *revisions(skip = 0) {
      yield* revisions.all.slice(skip);
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    forget: (userId) =>
      inTurn(async () => {
        const count = revisions.all.filter((revision) => names(revision, userId)).length;
        if (count > 0) await rewrite(entries.map((entry) => withoutUser(entry, userId)));
        return count;
      }),
    close: () => inTurn(() => state.close()),
  };
}

/** What was changed locally, as it stands on disk: takes no lock and changes nothing. */
export async function readRevisions(
  dir: string,
  files: FileSystem = nodeFileSystem,
): Promise<Pick<Revisions, "heads" | "all">> {
  // A writer may be in the middle of a line: what it has not finished is not there yet.
  return createRevisions(await readRevisionLog({ files, ...pathsOf(dir), acknowledged: 0 }));
}
