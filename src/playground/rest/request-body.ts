import type { IncomingMessage } from "node:http";
import type { UploadedFile } from "../state/attachments.ts";
import { asRecord } from "../validation/bodies.ts";
import { DiscordError, refusals } from "./discord-error.ts";

/** @see https://discord.com/developers/docs/reference#uploading-files */
export const UPLOAD_MAX_BYTES = 10 * 1024 * 1024;
const BODY_MAX_BYTES = 26 * 1024 * 1024;
const FILES_MAX = 10;

export interface RequestBody {
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
}

/** The whole body, refused when it is larger than `maxBytes`. */
export async function readBytes(
  request: IncomingMessage,
  maxBytes = BODY_MAX_BYTES,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.byteLength;
    if (size > maxBytes) throw refusals.tooLarge();
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** JSON, or a form with JSON and files. @see https://discord.com/developers/docs/reference#uploading-files */
export async function readBody(request: IncomingMessage): Promise<RequestBody> {
  const bytes = await readBytes(request);
  const type = request.headers["content-type"] ?? "";
  if (bytes.byteLength === 0) return { body: undefined, files: [] };
  if (type.startsWith("multipart/form-data")) return readForm(bytes, type);
  if (!type.startsWith("application/json")) {
    throw new DiscordError(
      400,
      50035,
      `Expected "Content-Type" header to be one of {'application/json'}.`,
    );
  }
  return { body: parseJson(bytes.toString("utf8")), files: [] };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DiscordError(400, 50109, "The request body contains invalid JSON.");
  }
}

async function readForm(bytes: Buffer, type: string): Promise<RequestBody> {
  const form = await new Response(new Uint8Array(bytes), {
    headers: { "content-type": type },
  }).formData();
  const json = form.get("payload_json");
  const uploads = [...form].flatMap(([field, value]) => {
    const index = /^files\[(\d+)\]$/.exec(field)?.[1];
    return index !== undefined && value instanceof File ? [{ index, file: value }] : [];
  });
  if (uploads.length > FILES_MAX || uploads.some(({ file }) => file.size > UPLOAD_MAX_BYTES)) {
    throw refusals.tooLarge();
  }
  const body = typeof json === "string" ? parseJson(json) : {};
  return { body: withTextIds(body), files: await Promise.all(uploads.map(keep)) };
}

async function keep({ index, file }: { index: string; file: File }): Promise<UploadedFile> {
  return { index, name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

/** Ids of attachments may be numbers in a form; they are snowflakes by the description of the API. */
function withTextIds(body: unknown): unknown {
  const target = asRecord(asRecord(body).data ?? body);
  if (Array.isArray(target.attachments)) {
    target.attachments = target.attachments.map((attachment: unknown) => {
      const { id, ...rest } = asRecord(attachment);
      return { ...rest, id: typeof id === "number" ? String(id) : id };
    });
  }
  return body;
}
