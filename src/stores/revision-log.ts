import { dirname } from "node:path";
import { crc32 } from "node:zlib";
import { KnowledgeError } from "../knowledge/errors.ts";
import type { Revision } from "../knowledge/fact-store.ts";
import { type FileSystem, replaceFile } from "./file-system.ts";

/** Of the log's lines. A newer one is refused; an older one is migrated when a later version needs it. */
export const LOG_FORMAT = 1;

const HEADER = Buffer.from(line(JSON.stringify({ format: LOG_FORMAT })), "utf8");

/**
 * The revisions, in a file that is only ever appended to: a header, then one line a change, each
 * `<CRC-32, 8 hex digits> <JSON array of the change's revisions>`. A change is in the log when its line is whole.
 */
export interface RevisionLog {
  readonly bytes: number;
  /** Appends one change, durable when it resolves. When it rejects, the log ends as it did before. */
  append(revisions: readonly Revision[]): Promise<void>;
}

export interface OpenedLog {
  readonly log: RevisionLog;
  /** All that is in it, one entry a change, oldest first. */
  readonly changes: readonly (readonly Revision[])[];
  /** How many bytes of a torn last line were dropped. */
  readonly dropped: number;
}

interface Options {
  readonly files: FileSystem;
  readonly path: string;
  /** A copy known to be good, named where the log is damaged. */
  readonly lastGoodCopy: string;
  /** Up to here every byte was synced and acknowledged: nothing before it can be a torn write. */
  readonly acknowledged: number;
}

/**
 * Opens the log, makes it where there is none, and drops a torn last line. Throws KnowledgeError `storage-damaged` for
 * a line that is damaged before the end, or a format of a later version, and touches nothing then.
 */
export async function openRevisionLog(options: Options): Promise<OpenedLog> {
  const { files, path } = options;
  const content = await files.read(path);
  const { acknowledged } = options;
  if (acknowledged === 0 && isBeginning(content)) {
    await replaceFile(files, path, HEADER);
    return { log: createLog(options, HEADER.length), changes: [], dropped: 0 };
  }
  const { changes, end } = readChanges(content ?? Buffer.alloc(0), options);
  const dropped = (content?.length ?? 0) - end;
  if (dropped > 0) {
    await files.truncate(path, end);
    await files.sync(path);
  }
  return { log: createLog(options, end), changes, dropped };
}

/** Whether the log was never begun, or a crash came while its header was being written. */
function isBeginning(content: Buffer | undefined): boolean {
  return content === undefined || HEADER.subarray(0, content.length).equals(content);
}

/** Reads a log without opening it for writing; a torn last line is passed over. */
export async function readRevisionLog(options: Options): Promise<readonly (readonly Revision[])[]> {
  const content = await options.files.read(options.path);
  return content === undefined || isBeginning(content) ? [] : readChanges(content, options).changes;
}

function createLog({ files, path }: Options, start: number): RevisionLog {
  let bytes = start;
  // Set while the file may be longer than `bytes`, after a write that failed and could not be taken back.
  let ragged = false;

  async function cut(): Promise<void> {
    await files.truncate(path, bytes);
    await files.sync(path);
    ragged = false;
  }

  return {
    get bytes() {
      return bytes;
    },
    async append(revisions) {
      const data = Buffer.from(line(JSON.stringify(revisions)), "utf8");
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
    },
  };
}

function line(json: string): string {
  return `${checksum(json)} ${json}\n`;
}

function checksum(json: string): string {
  return crc32(json).toString(16).padStart(8, "0");
}

const NEWLINE = 0x0a;

function readChanges(content: Buffer, options: Options) {
  const changes: (readonly Revision[])[] = [];
  let at = 0;
  for (let lineNumber = 1; at < content.length; lineNumber++) {
    const newline = content.indexOf(NEWLINE, at);
    const json = newline < 0 ? undefined : verified(content.toString("utf8", at, newline));
    if (json === undefined) {
      // Only the last thing ever written can be torn, by a crash, and only before it was acknowledged.
      const last = newline < 0 || newline === content.length - 1;
      if (last && at >= options.acknowledged) break;
      throw damaged(options, `line ${lineNumber} is damaged`);
    }
    const data: unknown = JSON.parse(json);
    if (lineNumber === 1) checkHeader(data, options);
    else changes.push(data as readonly Revision[]);
    at = newline + 1;
  }
  if (at === 0) throw damaged(options, "it has no header");
  if (at < options.acknowledged) {
    throw damaged(options, `it ends at byte ${at}, and was ${options.acknowledged} bytes long`);
  }
  return { changes, end: at };
}

function verified(text: string): string | undefined {
  const json = text.slice(9);
  return text[8] === " " && text.slice(0, 8) === checksum(json) ? json : undefined;
}

function checkHeader(data: unknown, options: Options): void {
  const format =
    typeof data === "object" && data !== null && "format" in data ? data.format : undefined;
  if (format === LOG_FORMAT) return;
  if (typeof format === "number" && format > LOG_FORMAT) {
    throw new KnowledgeError(
      "storage-damaged",
      `${options.path} was written by a later version of this bot (format ${format}, this one reads ${LOG_FORMAT}). Start that version; nothing was changed.`,
    );
  }
  throw damaged(options, "its header is not one of ours");
}

function damaged({ path, lastGoodCopy }: Options, what: string): KnowledgeError {
  return new KnowledgeError(
    "storage-damaged",
    [
      `The history of local changes cannot be read: ${what} in ${path}. Nothing was changed.`,
      `The last good copy is ${lastGoodCopy}. To go back to it: cp ${lastGoodCopy} ${path}`,
      `(keep a copy of the damaged file: it lies in ${dirname(path)} and may hold later changes).`,
    ].join("\n"),
  );
}
