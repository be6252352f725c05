import { crc32 } from "node:zlib";
import { type Adapter, Low } from "lowdb";
import { KnowledgeError } from "../knowledge/errors.ts";
import { createQueue } from "./create-queue.ts";
import type { Document } from "./document.ts";
import { copyFile, type FileSystem, replaceFile } from "./file-system.ts";
import type { Report } from "./report-failures.ts";
import { shellQuote } from "./shell-quote.ts";
import { storageFailed } from "./storage-failed.ts";

/** Of the envelope and what stands in it. A newer one is refused; an older one is migrated when a version needs it. */
const DOCUMENT_FORMAT = 1;

interface Options<Data> {
  readonly files: FileSystem;
  readonly path: string;
  /** What there is before anything was kept. */
  readonly initial: Data;
  /** Whether a second copy is kept beside the document, to go back to. */
  readonly copied: boolean;
  /** Told of a copy that could not be made. */
  readonly report?: Report;
}

function copyOf(path: string): string {
  return `${path}.good`;
}

/**
 * Opens one JSON document that survives a crash at any moment. Throws KnowledgeError `storage-damaged` where it cannot
 * be read, naming the way back, and touches nothing then.
 */
export async function openDocument<Data>(options: Options<Data>): Promise<Document<Data>> {
  const { files, path, initial, copied, report } = options;
  const low = new Low<Data>(documentAdapter(files, path), initial);
  await low.read();
  let data = low.data;
  const inTurn = createQueue();

  async function keep(next: Data): Promise<void> {
    low.data = next;
    try {
      await low.write();
    } catch (error) {
      // The name may be in place already, and only its sync have failed: memory and disk are to say the same.
      low.data = data;
      await low.write().catch(() => undefined);
      throw storageFailed(error);
    }
    data = next;
  }

  /** What was kept is safe without its copy, which is made again at the next change or start. */
  async function copy(): Promise<void> {
    if (!copied) return;
    try {
      await copyFile(files, path, copyOf(path));
    } catch (error) {
      report?.("last good copy not written", error);
    }
  }

  await copy();
  return {
    get data() {
      return data;
    },
    async update(change) {
      const kept = await inTurn(async () => {
        const next = change(data);
        if (next !== data) await keep(next);
        return next;
      });
      void inTurn(copy);
      return kept;
    },
    close: () => inTurn(async () => undefined),
  };
}

/**
 * A lowdb adapter for one document in an envelope of format and checksum: the new text is written beside the old,
 * synced, and put in its place. lowdb's own file adapters rename without syncing, and take what is not JSON for empty.
 */
function documentAdapter<Data>(files: FileSystem, path: string): Adapter<Data> {
  return {
    async read() {
      const content = await files.read(path);
      const hasCopy = await isGood(files, copyOf(path));
      if (content === undefined && !hasCopy) return null;
      const read = content && readEnvelope<Data>(content);
      if (read && read.format > DOCUMENT_FORMAT) throw newer(path, read.format);
      if (read?.format === DOCUMENT_FORMAT) return read.data;
      throw damaged(path, content ? "is damaged" : "is gone", hasCopy);
    },
    async write(data) {
      const json = JSON.stringify(data);
      const text = `{"format":${DOCUMENT_FORMAT},"checksum":"${checksum(DOCUMENT_FORMAT, json)}","data":${json}}\n`;
      await replaceFile(files, path, Buffer.from(text));
    },
  };
}

/** Later formats keep this envelope, so that a later one is told from a damaged one. */
const ENVELOPE = /^\{"format":(\d{1,9}),"checksum":"([0-9a-f]{8})","data":([\s\S]*)\}\n$/;

interface Envelope<Data> {
  readonly format: number;
  readonly data: Data;
}

/** What is in an envelope that is whole, undefined where it is not. */
function readEnvelope<Data>(content: Buffer): Envelope<Data> | undefined {
  const [, format, sum, json = ""] = ENVELOPE.exec(content.toString("utf8")) ?? [];
  if (sum === undefined || sum !== checksum(Number(format), json)) return undefined;
  return { format: Number(format), data: JSON.parse(json) };
}

function checksum(format: number, json: string): string {
  return crc32(`${format} ${json}`).toString(16).padStart(8, "0");
}

async function isGood(files: FileSystem, path: string): Promise<boolean> {
  const content = await files.read(path);
  return content !== undefined && readEnvelope(content)?.format === DOCUMENT_FORMAT;
}

function newer(path: string, format: number): KnowledgeError {
  return new KnowledgeError(
    "storage-damaged",
    `${path} was written by a later version of this bot (format ${format}, this one reads ${DOCUMENT_FORMAT}). Start that version; nothing was changed.`,
  );
}

function damaged(path: string, what: string, hasCopy: boolean): KnowledgeError {
  const [file, copy] = [shellQuote(path), shellQuote(copyOf(path))];
  const way = hasCopy
    ? [`The last good copy is ${copyOf(path)}. To go back to it:`, `  cp ${copy} ${file}`]
    : ["There is no good copy. Restore it from a backup, or go on without what was in it:"];
  return new KnowledgeError(
    "storage-damaged",
    [
      `${path} ${what}. Nothing was changed.`,
      ...way,
      ...(hasCopy ? [] : [`  mv ${file} ${shellQuote(`${path}.damaged`)}`]),
    ].join("\n"),
  );
}
