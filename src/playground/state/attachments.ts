import type { APIAttachment } from "discord-api-types/v10";
import type { NewSnowflake } from "./snowflakes.ts";

/** A file as it was uploaded. */
export interface UploadedFile {
  /** Its place in the list of uploads, as `attachments` of a message names it. */
  readonly index: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface KeptFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** Files of messages and options, served from the stand-in's own address. */
export interface Attachments {
  add(
    channel: string,
    file: Omit<UploadedFile, "index">,
    description?: string | null,
  ): APIAttachment;
  /** @param path as in the attachment's URL, decoded */
  find(path: string): KeptFile | undefined;
}

const FILES_KEPT = 200;

export function createAttachments(newSnowflake: NewSnowflake, origin: () => string): Attachments {
  const kept = new Map<string, KeptFile>();
  return {
    add(channel, { name, bytes }, description) {
      const id = newSnowflake();
      const filename = name.replace(/[^\w.-]+/g, "_");
      const contentType = contentTypeOf(filename);
      const path = `/attachments/${channel}/${id}/${filename}`;
      kept.set(path, { name: filename, contentType, bytes });
      const [oldest] = kept.keys();
      if (kept.size > FILES_KEPT && oldest !== undefined) kept.delete(oldest);
      const url = `${origin()}${path}`;
      return {
        id,
        filename,
        size: bytes.byteLength,
        url,
        proxy_url: url,
        content_type: contentType,
        ...(description && { description }),
      };
    },
    find: (path) => kept.get(path),
  };
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  txt: "text/plain; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  diff: "text/plain; charset=utf-8",
  patch: "text/plain; charset=utf-8",
  json: "application/json; charset=utf-8",
  png: "image/png",
  jpg: "image/jpeg",
  gif: "image/gif",
  webp: "image/webp",
};

function contentTypeOf(name: string): string {
  const extension = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  return CONTENT_TYPES[extension] ?? "application/octet-stream";
}
