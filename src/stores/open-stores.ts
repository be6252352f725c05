import { join } from "node:path";
import type { CurationStore } from "../knowledge/curation-store.ts";
import { KnowledgeError } from "../knowledge/errors.ts";
import type { FactStore } from "../knowledge/fact-store.ts";
import { type FileSystem, nodeFileSystem } from "./file-system.ts";
import { openCurationStore } from "./json-curation-store.ts";
import { openFactStore } from "./json-fact-store.ts";
import { takeLock } from "./lock.ts";
import { openSecret } from "./open-secret.ts";

/** Everything that is kept at run time, for one process at a time. */
export interface Stores {
  readonly facts: FactStore;
  readonly curation: CurationStore;
  /** A random key of this deployment, for the hashes that votes are counted by. */
  readonly secret: string;
  /** Waits for what is under way in both and lets go of the folder. */
  close(): Promise<void>;
}

interface Options {
  readonly files?: FileSystem;
  readonly now?: () => Date;
}

/**
 * Opens both stores in one folder under one lock. Throws KnowledgeError `storage-locked` where another process has it,
 * `storage-damaged` where a file cannot be read, `storage-failed` where the disk refuses; nothing is written over then.
 */
export async function openStores(dir: string, options: Options = {}): Promise<Stores> {
  const { files = nodeFileSystem, now = () => new Date() } = options;
  const unlock = await refusing(dir, async () => {
    await files.makeDir(dir);
    return takeLock(files, join(dir, "lock"));
  });
  try {
    return await refusing(dir, async () => {
      const facts = await openFactStore(dir, { files, now });
      const curation = await openCurationStore(dir, { files, now });
      const secret = await openSecret(dir, files);
      return { facts, curation, secret, close: () => closeBoth(facts, curation, unlock) };
    });
  } catch (error) {
    await unlock();
    throw error;
  }
}

async function closeBoth(
  facts: FactStore,
  curation: CurationStore,
  unlock: () => Promise<void>,
): Promise<void> {
  try {
    await facts.close();
    await curation.close();
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
