import { randomUUID } from "node:crypto";
import { link, mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";

/**
 * The few operations on files that the stores are made of, as small as a disk sees them, so that tests can lose power
 * or run out of space between any two of them. What is written is safe only after `sync`, a name only after `syncDir`.
 */
export interface FileSystem {
  /** The whole file, or undefined where there is none. */
  read(path: string): Promise<Buffer | undefined>;
  /** Writes all of `data` at a position, making the file where there is none. */
  write(path: string, data: Uint8Array, position: number): Promise<void>;
  truncate(path: string, length: number): Promise<void>;
  sync(path: string): Promise<void>;
  syncDir(path: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** Makes a file that must not exist, with all of its contents at once; false where it does. */
  createNew(path: string, data: Uint8Array): Promise<boolean>;
  remove(path: string): Promise<void>;
  /** Makes a folder and those above it, their names synced. */
  makeDir(path: string): Promise<void>;
  /** Names of the files in a folder, sorted; none where there is no folder. */
  list(path: string): Promise<readonly string[]>;
}

/** The disk. */
export const nodeFileSystem: FileSystem = {
  read: (path) => readFile(path).catch((error: unknown) => absent(error, undefined)),
  async write(path, data, position) {
    // "r+" keeps what is there and "a+" first makes the file: no flag alone does both without moving the position.
    const file = await open(path, "r+").catch(async (error: unknown) => {
      absent(error, undefined);
      return open(path, "w+");
    });
    try {
      let written = 0;
      while (written < data.length) {
        const { bytesWritten } = await file.write(data, written, null, position + written);
        written += bytesWritten;
      }
    } finally {
      await file.close();
    }
  },
  truncate: (path, length) => withFile(path, "r+", (file) => file.truncate(length)),
  sync: (path) => withFile(path, "r+", (file) => file.sync()),
  syncDir: syncFolder,
  rename,
  async createNew(path, data) {
    // A name given to a file that is whole: one made with "wx" could be read before it is written.
    const draft = `${path}.${randomUUID()}`;
    try {
      await withFile(draft, "wx", (file) => file.writeFile(data));
      await link(draft, path).catch((error: unknown) => {
        // Some file systems have no links; two processes that start at the very same moment are not told apart there.
        if (!NO_LINKS.includes(codeOf(error) ?? "")) throw error;
        return withFile(path, "wx", (file) => file.writeFile(data));
      });
      return true;
    } catch (error) {
      if (codeOf(error) === "EEXIST") return false;
      throw error;
    } finally {
      await rm(draft, { force: true });
    }
  },
  remove: (path) => rm(path, { force: true }),
  async makeDir(path) {
    for (const folder of await missingFolders(resolve(path))) {
      await mkdir(folder).catch((error: unknown) => {
        if (codeOf(error) !== "EEXIST") throw error;
      });
      await syncFolder(dirname(folder));
    }
  },
  list: async (path) => {
    const entries = await readdir(path, { withFileTypes: true }).catch((error: unknown) =>
      absent(error, []),
    );
    const names = entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
    return names.sort();
  },
};

const NO_LINKS: readonly string[] = ["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"];

/**
 * A folder and those above it that are not there, the outermost first. Node's own way of making them all never ends where
 * the system has them neither read nor made, as in `/proc`, and blames a read-only disk on a missing folder.
 */
async function missingFolders(path: string): Promise<readonly string[]> {
  const isThere = await stat(path).then(
    () => true,
    (error: unknown) => absent(error, false),
  );
  return isThere ? [] : [...(await missingFolders(dirname(path))), path];
}

/** Windows cannot open a folder, and needs no sync of it. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  await withFile(path, "r", (file) => file.sync());
}

/** Puts new contents in the place of a file, all or nothing, also when the power fails. */
export async function replaceFile(
  files: FileSystem,
  path: string,
  data: Uint8Array,
): Promise<void> {
  await withDraft(files, path, async (draft) => {
    await files.write(draft, data, 0);
    await files.sync(draft);
    await files.rename(draft, path);
  });
  await files.syncDir(dirname(path));
}

/** Puts a second copy of a file in the place of an older one: never half of it, and not synced, since it can be remade. */
export async function copyFile(files: FileSystem, from: string, to: string): Promise<void> {
  const content = await files.read(from);
  if (content === undefined || (await files.read(to))?.equals(content)) return;
  await withDraft(files, to, async (draft) => {
    await files.write(draft, content, 0);
    await files.rename(draft, to);
  });
}

const DRAFT_ENDING = ".new";

/** Writes a file under the name of its draft; where that fails, nothing of it is left lying about. */
async function withDraft(
  files: FileSystem,
  path: string,
  write: (draft: string) => Promise<void>,
): Promise<void> {
  const draft = `${path}${DRAFT_ENDING}`;
  await files.remove(draft);
  try {
    await write(draft);
  } catch (error) {
    await files.remove(draft).catch(() => undefined);
    throw error;
  }
}

/** Takes away the drafts that a killed process left in a folder: what was typed may be in them. */
export async function removeDrafts(files: FileSystem, dir: string): Promise<void> {
  const drafts = (await files.list(dir)).filter((name) => name.endsWith(DRAFT_ENDING));
  for (const name of drafts) await files.remove(join(dir, name));
  if (drafts.length > 0) await files.syncDir(dir);
}

type Handle = Awaited<ReturnType<typeof open>>;

async function withFile(
  path: string,
  flags: string,
  work: (file: Handle) => Promise<void>,
): Promise<void> {
  const file = await open(path, flags);
  try {
    await work(file);
  } finally {
    await file.close();
  }
}

export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}

function absent<Value>(error: unknown, value: Value): Value {
  if (codeOf(error) === "ENOENT") return value;
  throw error;
}
