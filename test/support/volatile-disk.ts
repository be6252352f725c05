import { dirname } from "node:path";
import type { FileSystem } from "../../src/stores/file-system.ts";

/** A change of a file's contents that is not synced yet. */
type Write = { readonly position: number; readonly data: Buffer } | { readonly length: number };

interface File {
  /** What survives a loss of power. */
  synced: Buffer;
  current: Buffer;
  pending: Write[];
}

/** A change of a name that its folder's sync has not made safe yet; no file: the name goes. */
interface Naming {
  readonly set: readonly (readonly [path: string, file: File | undefined])[];
}

/** What a disk may hold after the power is lost at one moment. */
export interface Loss {
  /** How many changes are not synced, blocks counted one by one; each may have reached the disk or not. */
  readonly changes: number;
  /** The disk when exactly those changes reached it for which `reached` says so. */
  after(reached: (change: number) => boolean): Disk;
}

export interface Disk {
  readonly files: FileSystem;
  /** What would be lost now. */
  loss(): Loss;
  /** The contents of every file, by path. */
  contents(): ReadonlyMap<string, Buffer>;
}

/** Small, so that lines of a log are torn in several places. */
const BLOCK_BYTES = 512;

/**
 * A disk in memory that keeps only what was synced: of the rest, any part may survive a loss of power, in any order,
 * torn between blocks; a name is as safe as its folder. Calls `onOperation` before each operation that changes anything.
 */
export function createDisk(
  initial: ReadonlyMap<string, Buffer> = new Map(),
  onOperation: (what: string, path: string) => void = () => undefined,
): Disk {
  const fileOf = (data: Buffer): File => ({ synced: data, current: data, pending: [] });
  const named = new Map([...initial].map(([path, data]) => [path, fileOf(data)]));
  const safelyNamed = new Map(named);
  const namings = new Map<string, Naming[]>();

  function name(...set: (readonly [string, File | undefined])[]): void {
    for (const [path, file] of set) {
      if (file) named.set(path, file);
      else named.delete(path);
    }
    const dir = dirname(set[0]?.[0] ?? "");
    namings.set(dir, [...(namings.get(dir) ?? []), { set }]);
  }

  function get(path: string): File {
    const file = named.get(path);
    if (file) return file;
    throw Object.assign(new Error(`ENOENT: ${path}`), { code: "ENOENT" });
  }

  function create(path: string): File {
    const file = fileOf(Buffer.alloc(0));
    name([path, file]);
    return file;
  }

  function change(file: File, write: Write): void {
    file.current = written(file.current, write);
    file.pending.push(write);
  }

  const files: FileSystem = {
    read: async (path) => named.get(path)?.current,
    async write(path, data, position) {
      onOperation("write", path);
      const file = named.get(path) ?? create(path);
      for (const write of blocksOf(Buffer.from(data), position)) change(file, write);
    },
    async truncate(path, length) {
      onOperation("truncate", path);
      change(get(path), { length });
    },
    async sync(path) {
      onOperation("sync", path);
      const file = get(path);
      file.synced = file.current;
      file.pending = [];
    },
    async syncDir(path) {
      onOperation("syncDir", path);
      for (const { set } of namings.get(path) ?? []) rename(safelyNamed, set);
      namings.delete(path);
    },
    async rename(from, to) {
      onOperation("rename", to);
      name([to, get(from)], [from, undefined]);
    },
    async createNew(path, data) {
      onOperation("createNew", path);
      if (named.has(path)) return false;
      change(create(path), { position: 0, data: Buffer.from(data) });
      return true;
    },
    async remove(path) {
      onOperation("remove", path);
      if (named.has(path)) name([path, undefined]);
    },
    makeDir: async () => undefined,
    list: async (path) =>
      [...named.keys()]
        .filter((file) => dirname(file) === path)
        .map((file) => file.slice(path.length + 1))
        .sort(),
  };

  return {
    files,
    contents: () => new Map([...named].map(([path, file]) => [path, file.current])),
    loss() {
      const renamings = [...namings.values()].flat();
      const all = new Set([...safelyNamed.values(), ...named.values()]);
      for (const { set } of renamings) for (const [, file] of set) if (file) all.add(file);
      // A copy: the disk goes on while its losses are looked at.
      const kept = [...all].map((file) => ({
        file,
        synced: file.synced,
        pending: [...file.pending],
      }));
      const safe = new Map(safelyNamed);
      const changes = renamings.length + kept.reduce((sum, { pending }) => sum + pending.length, 0);
      return {
        changes,
        after(reached) {
          let change = 0;
          const names = new Map(safe);
          for (const { set } of renamings) if (reached(change++)) rename(names, set);
          const data = new Map(
            kept.map(({ file, synced, pending }) => [
              file,
              pending.filter(() => reached(change++)).reduce(written, synced),
            ]),
          );
          return createDisk(
            new Map([...names].map(([path, file]) => [path, data.get(file) ?? Buffer.alloc(0)])),
          );
        },
      };
    },
  };
}

function rename(names: Map<string, File>, set: Naming["set"]): void {
  for (const [path, file] of set) {
    if (file) names.set(path, file);
    else names.delete(path);
  }
}

/** Parts that a disk writes as a whole: a change may end in the middle of them all, never within one. */
function blocksOf(data: Buffer, position: number): readonly Write[] {
  const blocks: Write[] = [];
  for (let at = 0; at < data.length; ) {
    const end = Math.min(data.length, at + BLOCK_BYTES - ((position + at) % BLOCK_BYTES));
    blocks.push({ position: position + at, data: data.subarray(at, end) });
    at = end;
  }
  return blocks;
}

/** What lies between the end of a file and a later write is zeros, as in a hole. */
function written(before: Buffer, write: Write): Buffer {
  if ("length" in write) {
    return Buffer.concat([before], write.length);
  }
  const { position, data } = write;
  const after = Buffer.alloc(Math.max(before.length, position + data.length));
  before.copy(after);
  data.copy(after, position);
  return after;
}
