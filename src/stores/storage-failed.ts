import { KnowledgeError } from "../knowledge/errors.ts";

/** What the disk refused, in words for whoever wanted something kept. */
export function storageFailed(cause: unknown): KnowledgeError {
  if (cause instanceof KnowledgeError) return cause;
  return new KnowledgeError(
    "storage-failed",
    "The change could not be saved: the bot's storage is failing. Nothing was changed; try again later.",
    { cause },
  );
}
