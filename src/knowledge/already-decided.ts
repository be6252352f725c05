import type { QueueItem } from "./curation-store.ts";
import { KnowledgeError } from "./errors.ts";

/** The refusal of a second decision on a queue item; `undefined` is one so old that it is not kept any more. */
export function alreadyDecided(item: QueueItem | undefined): KnowledgeError {
  const how = item?.outcome?.accepted ? "accepted" : "turned down";
  return new KnowledgeError(
    "conflict",
    item ? `Somebody has decided on that already: it was ${how}.` : "That is in the queue no more.",
  );
}
