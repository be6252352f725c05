import { crc32 } from "node:zlib";
import { parseEntry } from "./parse-entry.ts";
import type { Entry } from "./revisions.ts";

/** Of the log's lines. A newer one is refused; an older one is migrated when a later version needs it. */
export const LOG_FORMAT = 1;

const NEWLINE = 0x0a;
const PREFIX_LENGTH = 9;
export const HEADER = line({ format: LOG_FORMAT });

/** A line of the log. */
export function line(value: unknown): Buffer {
  const json = Buffer.from(JSON.stringify(value), "utf8");
  return Buffer.concat([Buffer.from(`${checksum(json)} `), json, Buffer.of(NEWLINE)]);
}

function checksum(json: Buffer): string {
  return crc32(json).toString(16).padStart(8, "0");
}

/** Entries up to a torn last line, and where they end; or why the log cannot be used. */
export type Read =
  | { readonly entries: Entry[]; readonly end: number; readonly damage?: never; newer?: never }
  | { readonly damage: string; readonly entries?: never; newer?: never }
  | { readonly newer: number; readonly entries?: never; damage?: never };

/** Reads a log of which so many bytes are acknowledged: they cannot be torn. */
export function readEntries(content: Buffer, acknowledged: number): Read {
  const entries: Entry[] = [];
  let at = 0;
  for (let number = 1; at < content.length; number++) {
    const newline = content.indexOf(NEWLINE, at);
    const json = newline < 0 ? undefined : verified(content.subarray(at, newline));
    if (json === undefined) {
      // Only the last thing ever written can be torn, by a crash, and only before it was acknowledged.
      const last = newline < 0 || newline === content.length - 1;
      if (last && number > 1 && at >= acknowledged) break;
      return { damage: `line ${number} is damaged` };
    }
    const data: unknown = JSON.parse(json);
    if (number > 1) {
      const entry = parseEntry(data);
      if (!entry) return { damage: `line ${number} is whole, and is no change of facts` };
      entries.push(entry);
    } else {
      const format = formatOf(data);
      if (format > LOG_FORMAT) return { newer: format };
      if (format !== LOG_FORMAT) return { damage: "its header is not one of ours" };
    }
    at = newline + 1;
  }
  if (at < acknowledged) {
    return { damage: `it ends at byte ${at} instead of ${acknowledged}` };
  }
  return { entries, end: at };
}

/** The JSON of a line that is as it was written. */
function verified(bytes: Buffer): string | undefined {
  const json = bytes.subarray(PREFIX_LENGTH);
  const prefix = bytes.toString("latin1", 0, PREFIX_LENGTH);
  return prefix === `${checksum(json)} ` ? json.toString("utf8") : undefined;
}

function formatOf(data: unknown): number {
  return typeof data === "object" && data !== null && "format" in data ? Number(data.format) : 0;
}
