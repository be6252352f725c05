import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { Low } from "lowdb";
import { KnowledgeError } from "../knowledge/errors.ts";
import type { FactStore, LocalFact, Revision } from "../knowledge/fact-store.ts";
import { type FileSystem, nodeFileSystem, replaceFile } from "./file-system.ts";
import { documentAdapter } from "./json-document.ts";
import { takeLock } from "./lock.ts";
import { openRevisionLog, readRevisionLog } from "./revision-log.ts";

/** How far the log is synced and acknowledged. Written after each change, so it is kept this small. */
interface State {
  format: number;
  bytes: number;
  changes: number;
}

interface Options {
  readonly files?: FileSystem;
  readonly now?: () => Date;
}

function pathsOf(dir: string) {
  return {
    lock: join(dir, "lock"),
    log: join(dir, "revisions.log"),
    lastGoodLog: join(dir, "revisions.log.good"),
    state: join(dir, "state.json"),
  };
}

/**
 * The store on plain files in one folder: `revisions.log` holds every change, synced before it is acknowledged, and
 * `state.json` (lowdb) how far it is acknowledged. Throws KnowledgeError `storage-locked`, `storage-damaged` or
 * `storage-failed`; a file that cannot be read is never written over.
 */
export async function openFactStore(dir: string, options: Options = {}): Promise<FactStore> {
  const { files = nodeFileSystem, now = () => new Date() } = options;
  const paths = pathsOf(dir);
  const unlock = await refusing(dir, async () => {
    await files.makeDir(dir);
    return takeLock(files, paths.lock);
  });
  try {
    return await refusing(dir, () => open(files, paths, now, unlock));
  } catch (error) {
    await unlock();
    throw error;
  }
}

/** The local facts as they stand on disk, for reading alone: takes no lock and changes nothing. */
export async function readLocalFacts(
  dir: string,
  files: FileSystem = nodeFileSystem,
): Promise<ReadonlyMap<string, LocalFact>> {
  const { log, lastGoodLog } = pathsOf(dir);
  // A writer may be in the middle of a line: what it has not finished is not there yet.
  const changes = await readRevisionLog({
    files,
    path: log,
    lastGoodCopy: lastGoodLog,
    acknowledged: 0,
  });
  return headsOf(changes.flat());
}

async function open(
  files: FileSystem,
  paths: ReturnType<typeof pathsOf>,
  now: () => Date,
  unlock: () => Promise<void>,
): Promise<FactStore> {
  const adapter = documentAdapter<State>(files, paths.state);
  const state = new Low<State>(adapter, { format: 1, bytes: 0, changes: 0 });
  await state.read();
  const { log, changes } = await openRevisionLog({
    files,
    path: paths.log,
    lastGoodCopy: paths.lastGoodLog,
    acknowledged: state.data.bytes,
  });
  await keepGoodCopy(files, paths);
  const revisions: Revision[] = changes.flat();
  const heads = headsOf(revisions);
  const listeners = new Set<(made: readonly Revision[]) => void>();
  let queue: Promise<unknown> = Promise.resolve();

  async function apply(...[wanted, about]: Parameters<FactStore["apply"]>) {
    for (const { id, expected } of wanted) {
      if ((heads.get(id)?.revision ?? 0) === expected) continue;
      throw new KnowledgeError("conflict", `The fact ${id} has been changed meanwhile.`);
    }
    if (wanted.length === 0) return [];
    const change = randomUUID();
    const at = now().toISOString();
    const made = wanted.map(
      ({ id, expected, before, after, base }): Revision => ({
        ...about,
        id,
        number: expected + 1,
        change,
        at,
        before,
        after,
        base,
      }),
    );
    await log.append(made);
    revisions.push(...made);
    for (const [id, head] of headsOf(made)) heads.set(id, head);
    await acknowledge();
    for (const listener of listeners) listener(made);
    return made;
  }

  /** The change is safe in the log by now, and the log is read at start: a state that lags behind loses nothing. */
  async function acknowledge(): Promise<void> {
    await state
      .update((data) => {
        data.bytes = log.bytes;
        data.changes += 1;
      })
      .catch(() => undefined);
  }

  /** One change at a time: each is compared with what the one before it left. */
  function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const result = queue.then(work);
    queue = result.catch(() => undefined);
    return result;
  }

  return {
    load: async () => new Map(heads),
    apply: (wanted, about) =>
      inTurn(() =>
        apply(wanted, about).catch((error: unknown) => {
          if (error instanceof KnowledgeError) throw error;
          throw new KnowledgeError(
            "storage-failed",
            "The change could not be saved: the bot's storage is failing. Nothing was changed; try again later.",
            { cause: error },
          );
        }),
      ),
    history: async (id) => revisions.filter((revision) => revision.id === id),
    async *revisions(skip = 0) {
      for (let at = skip; at < revisions.length; at++) {
        const revision = revisions[at];
        if (revision) yield revision;
      }
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => inTurn(unlock),
  };
}

/** A log that was read whole is worth going back to: the copy is made anew at each start. */
async function keepGoodCopy(
  files: FileSystem,
  { log, lastGoodLog }: ReturnType<typeof pathsOf>,
): Promise<void> {
  const content = await files.read(log);
  const copy = await files.read(lastGoodLog);
  if (content && !(copy && content.equals(copy))) await replaceFile(files, lastGoodLog, content);
}

function headsOf(revisions: readonly Revision[]): Map<string, LocalFact> {
  return new Map(
    revisions.map(({ id, number, after, base }) => [
      id,
      { id, revision: number, fact: after, base },
    ]),
  );
}

/** What the disk refuses at start becomes one sentence that names the folder. */
async function refusing<Value>(dir: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof KnowledgeError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new KnowledgeError(
      "storage-failed",
      `The store in ${dir} (DATA_DIR) cannot be used: ${reason}. Nothing in it was changed.`,
      { cause: error },
    );
  }
}
