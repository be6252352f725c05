import type { FileSystem } from "../../src/stores/file-system.ts";

type Changing = Exclude<keyof FileSystem, "read" | "list" | "makeDir">;

/** A file system of which operations that change something can fail; `fails` decides about each, before it is done. */
export function failingFiles(
  files: FileSystem,
  fails: (operation: Changing, path: string) => boolean,
): FileSystem {
  function check(operation: Changing, path: string): void {
    if (!fails(operation, path)) return;
    throw Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" });
  }

  return {
    ...files,
    async write(path, data, position) {
      if (!fails("write", path)) return files.write(path, data, position);
      // A disk that fills up takes what there is room for.
      await files.write(path, data.subarray(0, Math.floor(data.length / 2)), position);
      throw Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" });
    },
    async truncate(path, length) {
      check("truncate", path);
      await files.truncate(path, length);
    },
    async sync(path) {
      check("sync", path);
      await files.sync(path);
    },
    async syncDir(path) {
      check("syncDir", path);
      await files.syncDir(path);
    },
    async rename(from, to) {
      check("rename", to);
      await files.rename(from, to);
    },
    async createNew(path, data) {
      check("createNew", path);
      return files.createNew(path, data);
    },
    async remove(path) {
      check("remove", path);
      await files.remove(path);
    },
  };
}
