import { join } from "node:path";
import type { CurationStore } from "../knowledge/curation-store.ts";
import { KnowledgeError } from "../knowledge/errors.ts";
import type { FactStore } from "../knowledge/fact-store.ts";
import { type FileSystem, nodeFileSystem, removeDrafts } from "./file-system.ts";
import { DRAFTS_FOLDER, openCurationStore } from "./json-curation-store.ts";
import { openFactStore } from "./json-fact-store.ts";
import { takeLock } from "./lock.ts";
import { openRegisteredGuilds, type RegisteredGuildsStore } from "./open-registered-guilds.ts";
import { openSecret } from "./open-secret.ts";
import type { Report } from "./report-failures.ts";

/** Everything that is kept at run time, for one process at a time. */
export interface Stores {
  readonly facts: FactStore;
  readonly curation: CurationStore;
  readonly registeredGuilds: RegisteredGuildsStore;
  /** A random key of this deployment, for the hashes that votes are counted by. */
  readonly secret: string;
  /** Waits for what is under way in all of them and lets go of the folder. */
  close(): Promise<void>;
}

interface Options {
  readonly files?: FileSystem;
  readonly now?: () => Date;
  /** Told of what the disk refuses and nobody waits for. */
  readonly report?: Report;
}

/**
 * Opens all stores in one folder under one lock. Throws KnowledgeError `storage-locked` where another process has it,
 * `storage-damaged` where a file cannot be read, `storage-failed` where the disk refuses; nothing is written over then.
 */
export async function openStores(dir: string, options: Options = {}): Promise<Stores> {
  const { files = nodeFileSystem, now = () => new Date(), report = () => undefined } = options;
  const unlock = await refusing(dir, async () => {
    await files.makeDir(dir);
    return takeLock(files, join(dir, "lock"));
  });
  try {
    return await refusing(dir, async () => {
      const facts = await openFactStore(dir, { files, now, report });
      const curation = await openCurationStore(dir, { files, now, report });
      const registeredGuilds = await openRegisteredGuilds(dir, files);
      const secret = await openSecret(dir, files);
      // Only now, when all has been found good: a start that is refused changes nothing.
      for (const folder of [dir, join(dir, DRAFTS_FOLDER)]) await removeDrafts(files, folder);
      const close = () => closeAll([facts, curation, registeredGuilds], unlock);
      return { facts, curation, registeredGuilds, secret, close };
    });
  } catch (error) {
    await unlock();
    throw error;
  }
}

async function closeAll(
  stores: readonly { close(): Promise<void> }[],
  unlock: () => Promise<void>,
): Promise<void> {
  try {
    for (const store of stores) await store.close();
  } finally {
    await unlock();
  }
}

/** What the disk refuses at start becomes one sentence that names the folder. */
async function refusing<Value>(dir: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof KnowledgeError && error.code !== "storage-failed") throw error;
    const cause = error instanceof KnowledgeError ? error.cause : error;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new KnowledgeError(
      "storage-failed",
      `The store in ${dir} (DATA_DIR) cannot be used: ${reason}. Nothing in it was changed.`,
      { cause },
    );
  }
}
