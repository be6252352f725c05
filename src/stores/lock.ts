import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { KnowledgeError } from "../knowledge/errors.ts";
import type { FileSystem } from "./file-system.ts";

/**
 * Takes a lock file for this process, or throws KnowledgeError `storage-locked` where another living process has it.
 * A lock that a killed process left is taken over at once. Resolves with the way to let go of it.
 *
 * The file names the process and when it started, since process ids are used again. Two processes in containers that
 * do not see each other's processes are not told apart: they must not share a store.
 */
export async function takeLock(files: FileSystem, path: string): Promise<() => Promise<void>> {
  const own = await identityOf(process.pid);
  for (let attempt = 0; attempt < 3; attempt++) {
    if (await files.createNew(path, Buffer.from(own))) return () => files.remove(path);
    const holder = (await files.read(path))?.toString("utf8");
    if (holder === undefined) continue;
    if (await isAlive(holder)) break;
    await removeStale(files, path, holder);
  }
  throw new KnowledgeError(
    "storage-locked",
    `The store is in use by another process (${path} names it). Stop that one first.`,
  );
}

/** Moves the stale lock away before removing it: of two processes that do so, one finds what it read, and has it. */
async function removeStale(files: FileSystem, path: string, holder: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  await files.rename(path, aside).catch(() => undefined);
  const moved = (await files.read(aside))?.toString("utf8");
  if (moved !== undefined && moved !== holder) {
    // Somebody took the stale lock over in between: theirs goes back.
    await files.createNew(path, Buffer.from(moved));
  }
  await files.remove(aside);
}

async function isAlive(holder: string): Promise<boolean> {
  const pid = Number(holder.split(" ")[0]);
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process may not be signalled, and is alive.
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  return (await identityOf(pid)) === holder;
}

/** `<process id> <start time>`; the start time is known on Linux, and `?` elsewhere. */
async function identityOf(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => undefined);
  // The name in brackets may hold anything; 20 fields after it comes the start time since boot.
  const started = stat?.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  return `${pid} ${started ?? "?"}`;
}
