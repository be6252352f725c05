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
  /** Copies the whole file again. */
  renew(): Promise<void>;
}

/** Brings the copy up to a file that was found to be good. */
export async function openGoodCopy({ files, path, goodCopy }: Options): Promise<GoodCopy> {
  let bytes: number | undefined;

  async function renew(): Promise<void> {
    bytes = undefined;
    await copyFile(files, path, goodCopy);
    bytes = (await files.read(goodCopy))?.length;
  }

  // The file itself is what counts, and the bot can work while there is no room for a copy.
  await renew().catch(() => undefined);
  return {
    async append(data) {
      if (bytes === undefined) return;
      const at = bytes;
      bytes = undefined;
      await files.write(goodCopy, data, at);
      bytes = at + data.length;
    },
    renew,
  };
}
