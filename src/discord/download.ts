import { KnowledgeError } from "../knowledge/errors.ts";
import type { UploadedFile } from "./command.ts";

const MAX_BYTES = 1_024 * 1_024;
const TIMEOUT_MS = 10_000;
/** @see https://docs.discord.com/developers/reference#signed-attachment-cdn-urls */
const CDN_HOSTS: readonly string[] = ["cdn.discordapp.com", "media.discordapp.net"];
const LOOPBACK: readonly string[] = ["127.0.0.1", "localhost", "[::1]"];

interface Options {
  /** For the whole of a file. */
  readonly timeoutMs?: number;
}

/**
 * Fetches the text of a file that was attached to a command, of at most 1 MiB: from Discord's own file servers, or from
 * the stand-in where the bot runs on one. Throws KnowledgeError `invalid`.
 */
export function createDownload(
  apiUrl: string,
  { timeoutMs = TIMEOUT_MS }: Options = {},
): (file: UploadedFile) => Promise<string> {
  return async ({ url, bytes }) => {
    if (!isOwn(url, apiUrl)) throw refusal("That file does not come from Discord.");
    if (bytes > MAX_BYTES) throw tooLarge();
    return textOf(await read(url, timeoutMs));
  };
}

function isOwn(url: string, apiUrl: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, origin } = new URL(url);
  if (protocol === "https:" && CDN_HOSTS.includes(hostname)) return true;
  const api = new URL(apiUrl);
  return LOOPBACK.includes(api.hostname) && origin === api.origin;
}

/** The connection may break at any moment until the last byte is there. */
async function read(url: string, timeoutMs: number): Promise<readonly Uint8Array[]> {
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const { ok, status, body } = await fetch(url, { redirect: "error", signal });
    if (ok && body) return await chunksOf(body);
    await body?.cancel();
    throw new Error(`the file server answered with ${status}`);
  } catch (error) {
    if (error instanceof KnowledgeError) throw error;
    throw refusal(UNREACHABLE, error);
  }
}

/** What a file says of its size is a claim: it is counted. */
async function chunksOf(body: AsyncIterable<Uint8Array>): Promise<readonly Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  let read = 0;
  for await (const chunk of body) {
    read += chunk.length;
    if (read > MAX_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return chunks;
}

function textOf(chunks: readonly Uint8Array[]): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch (error) {
    throw refusal("That file is not text in UTF-8.", error);
  }
}

const UNREACHABLE = "The file could not be fetched from Discord. Attach it again.";

function tooLarge(): KnowledgeError {
  return refusal(
    "That file is larger than 1 MiB, which is the most that is read. `/facts export` with `changed` writes only what was changed here; on the command line, `npm run -s facts -- import` reads files of any size.",
  );
}

function refusal(sentence: string, cause?: unknown): KnowledgeError {
  return new KnowledgeError("invalid", sentence, { cause });
}
