import { dirname } from "node:path";
import { KnowledgeError } from "../knowledge/errors.ts";
import { type FileSystem, replaceFile } from "./file-system.ts";
import { HEADER, LOG_FORMAT, line, readEntries } from "./log-format.ts";
import type { Entry } from "./revisions.ts";
import { shellQuote } from "./shell-quote.ts";

/**
 * What happened to local facts, in a file that is only ever appended to: a header, then a line an entry, each
 * `<CRC-32, 8 hex digits> <JSON>`. The JSON of a change is the array of its revisions, that of other shipped texts taken
 * account of `{"rebased": [...]}`. An entry is in the log when its line is whole.
 */
export interface RevisionLog {
  /** How long the file is; 0 where a failure has left that unknown. */
  readonly bytes: number;
  /** Appends one entry, durable when it resolves with its line. When it rejects, the log ends as it did before. */
  append(entry: Entry): Promise<Uint8Array>;
  /** Puts other entries in the place of all, durable when it resolves. */
  rewrite(entries: readonly Entry[]): Promise<void>;
}

export interface OpenedLog {
  readonly log: RevisionLog;
  /** All that is in it, oldest first. */
  readonly entries: Entry[];
}

interface Options {
  readonly files: FileSystem;
  readonly path: string;
  /** A copy to go back to, named where the log is damaged. */
  readonly goodCopy: string;
  /** The document that says how much is acknowledged; it does not fit a log that was gone back to. */
  readonly state: string;
  /** Up to here every byte was synced and acknowledged: nothing before it can be a torn write. */
  readonly acknowledged: number;
}

/**
 * Opens the log, makes it where there is none, and drops a torn last line. Throws KnowledgeError `storage-damaged` for
 * a line that is damaged before the end, a log that is gone, or a format of a later version, and touches nothing then.
 */
export async function openRevisionLog(options: Options): Promise<OpenedLog> {
  const { files, path, acknowledged } = options;
  const content = await files.read(path);
  if (acknowledged === 0 && isBeginning(content)) {
    const copied = await countInCopy(options);
    if (copied) throw damaged(options, "it is gone", copied);
    await replaceFile(files, path, HEADER);
    return { log: createLog(options, HEADER.length), entries: [] };
  }
  const { entries, end } = await readWhole(content, options);
  if (end < (content?.length ?? 0)) {
    await files.truncate(path, end);
    await files.sync(path);
  }
  return { log: createLog(options, end), entries };
}

/** Reads a log without opening it for writing; a torn last line is passed over. */
export async function readRevisionLog(options: Options): Promise<readonly Entry[]> {
  const content = await options.files.read(options.path);
  return isBeginning(content) ? [] : (await readWhole(content, options)).entries;
}

/** Whether the log was never begun. */
function isBeginning(content: Buffer | undefined): boolean {
  return content === undefined || content.length === 0 || content.equals(HEADER);
}

async function readWhole(content: Buffer | undefined, options: Options) {
  const read = readEntries(content ?? Buffer.alloc(0), options.acknowledged);
  if (read.newer !== undefined) throw newer(options.path, read.newer);
  if (read.damage !== undefined) throw damaged(options, read.damage, await countInCopy(options));
  return read;
}

/** How many entries the last good copy holds; 0 where it is no good. */
async function countInCopy({ files, goodCopy }: Options): Promise<number> {
  const content = await files.read(goodCopy);
  return content ? (readEntries(content, 0).entries?.length ?? 0) : 0;
}

function createLog({ files, path }: Options, start: number): RevisionLog {
  let bytes = start;
  // Set while the file may be longer than `bytes`, after a write that failed and could not be taken back.
  let ragged = false;
  // Set when nobody knows what the file holds, until the next start reads it.
  let broken: unknown;

  async function cut(): Promise<void> {
    await files.truncate(path, bytes);
    await files.sync(path);
    ragged = false;
  }

  return {
    get bytes() {
      return bytes;
    },
    async append(entry) {
      const data = line(entry.revisions ?? entry);
      if (broken) throw broken;
      if (ragged) await cut();
      try {
        await files.write(path, data, bytes);
        await files.sync(path);
      } catch (error) {
        ragged = true;
        await cut().catch(() => undefined);
        throw error;
      }
      bytes += data.length;
      return data;
    },
    async rewrite(entries) {
      const lines = entries.map((entry) => line(entry.revisions ?? entry));
      const content = Buffer.concat([HEADER, ...lines]);
      if (ragged) await cut();
      const before = await files.read(path);
      try {
        await replaceFile(files, path, content);
      } catch (error) {
        // The new file may be in place already, and only the sync of its name have failed.
        if (before) await replaceFile(files, path, before).catch(() => undefined);
        if (before && (await files.read(path))?.equals(before)) throw error;
        bytes = 0;
        broken = error;
        throw error;
      }
      bytes = content.length;
    },
  };
}

function newer(path: string, format: number): KnowledgeError {
  return new KnowledgeError(
    "storage-damaged",
    `${path} was written by a later version of this bot (format ${format}, this one reads ${LOG_FORMAT}). Start that version; nothing was changed.`,
  );
}

function damaged({ path, goodCopy, state }: Options, what: string, inCopy: number): KnowledgeError {
  const [log, copy, length] = [shellQuote(path), shellQuote(goodCopy), shellQuote(state)];
  const way =
    inCopy > 0
      ? [
          `The last good copy is ${goodCopy}, with ${inCopy} changes. To go back to it, keeping the damaged file:`,
          `  cp -p ${log} ${log}.damaged; cp ${copy} ${log} && rm -f ${length}`,
        ]
      : [`There is no good copy of it: restore the folder ${dirname(path)} from a backup.`];
  return new KnowledgeError(
    "storage-damaged",
    [
      `The history of local changes cannot be read: ${path}: ${what}. Nothing was changed.`,
      ...way,
    ].join("\n"),
  );
}
