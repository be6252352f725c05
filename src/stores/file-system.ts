import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

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
  /** Makes a file that must not exist; false where it does. */
  createNew(path: string, data: Uint8Array): Promise<boolean>;
  remove(path: string): Promise<void>;
  makeDir(path: string): Promise<void>;
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
  syncDir: (path) => withFile(path, "r", (file) => file.sync()),
  rename,
  async createNew(path, data) {
    try {
      await withFile(path, "wx", (file) => file.writeFile(data));
      return true;
    } catch (error) {
      if (codeOf(error) === "EEXIST") return false;
      throw error;
    }
  },
  remove: (path) => rm(path, { force: true }),
  makeDir: async (path) => {
    await mkdir(path, { recursive: true });
  },
};

/** Puts new contents in the place of a file, all or nothing, also when the power fails. */
export async function replaceFile(
  files: FileSystem,
  path: string,
  data: Uint8Array,
): Promise<void> {
  const draft = `${path}.new`;
  await files.remove(draft);
  await files.write(draft, data, 0);
  await files.sync(draft);
  await files.rename(draft, path);
  await files.syncDir(dirname(path));
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
