import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { FileSystem } from "./file-system.ts";
import { openDocument } from "./json-document.ts";

interface Secret {
  readonly key: string;
}

const KEY_BYTES = 32;

/** The key of this store's keyed hashes, made the first time: `key.json`. Without it, a hash says nothing of a user. */
export async function openSecret(dir: string, files: FileSystem): Promise<string> {
  const initial: Secret = { key: "" };
  const document = await openDocument({
    files,
    path: join(dir, "key.json"),
    initial,
    copied: true,
  });
  if (document.data === initial) {
    await document.update(() => ({ key: randomBytes(KEY_BYTES).toString("base64") }));
  }
  await document.close();
  return document.data.key;
}
