import { copyFile, type FileSystem } from "./file-system.ts";

interface Options {
  readonly files: FileSystem;
  readonly path: string;
  readonly goodCopy: string;
}

/** A second copy of a growing file, to go back to when the first is damaged. It is not synced: it can be remade. */
export interface GoodCopy {
  /** Adds what was added to the file; does nothing after a failure, until the next start. */
  append(data: Uint8Array): Promise<void>;
  /** Removes it, before the file loses something that must not be left in it. */
  remove(): Promise<void>;
  /** Copies the whole file again; where that fails, there is no copy until the next start. */
  renew(): Promise<void>;
}

/** Brings the copy up to a file that was found to be good. */
export async function openGoodCopy({ files, path, goodCopy }: Options): Promise<GoodCopy> {
  let bytes: number | undefined;

  async function renew(): Promise<void> {
    bytes = undefined;
    try {
      await copyFile(files, path, goodCopy);
      bytes = (await files.read(goodCopy))?.length;
    } catch {
      // The file itself is what counts, and the bot can work while there is no room for a copy.
    }
  }

  await renew();
  return {
    async append(data) {
      if (bytes === undefined) return;
      const at = bytes;
      bytes = undefined;
      await files.write(goodCopy, data, at);
      bytes = at + data.length;
    },
    async remove() {
      bytes = undefined;
      await files.remove(goodCopy);
    },
    renew,
  };
}
