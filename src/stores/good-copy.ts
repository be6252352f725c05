import { copyFile, type FileSystem } from "./file-system.ts";
import type { Report } from "./report-failures.ts";

interface Options {
  readonly files: FileSystem;
  readonly path: string;
  readonly goodCopy: string;
  readonly report: Report;
}

/** A second copy of a growing file, to go back to when the first is damaged. It is not synced: it can be remade. */
export interface GoodCopy {
  /** Notes what was added to the file, for the next {@link follow}. */
  note(data: Uint8Array): void;
  /** Adds what was noted, or copies the whole file again where the last write has failed. */
  follow(): Promise<void>;
  /** Removes it, before the file loses something that must not be left in it. */
  remove(): Promise<void>;
  /** Copies the whole file again. */
  renew(): Promise<void>;
}

/**
 * Brings the copy up to a file that was found to be good. A failure is reported and no more: the file itself is what
 * counts, and the bot can work while there is no room for a copy.
 */
export async function openGoodCopy({ files, path, goodCopy, report }: Options): Promise<GoodCopy> {
  // Unknown after a failure, until the whole file is copied again.
  let bytes: number | undefined;
  // What is in the file and not in the copy; a whole copy has it.
  let noted: Uint8Array[] = [];

  async function attempt(write: () => Promise<number | undefined>): Promise<void> {
    noted = [];
    bytes = undefined;
    try {
      bytes = await write();
    } catch (error) {
      report("last good copy not written", error);
    }
  }

  const renew = () =>
    attempt(async () => {
      await copyFile(files, path, goodCopy);
      return (await files.read(goodCopy))?.length;
    });

  await renew();
  return {
    note: (data) => void noted.push(data),
    async follow() {
      const [at, added] = [bytes, Buffer.concat(noted)];
      if (added.length === 0) return;
      if (at === undefined) return renew();
      await attempt(async () => {
        await files.write(goodCopy, added, at);
        return at + added.length;
      });
    },
    async remove() {
      noted = [];
      bytes = undefined;
      await files.remove(goodCopy);
    },
    renew,
  };
}
