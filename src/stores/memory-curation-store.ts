import type { CurationStore } from "../knowledge/curation-store.ts";
import { createCurationStore } from "./curation/create-curation-store.ts";
import { NO_ITEMS } from "./curation/queue-rules.ts";
import { NO_VOTES } from "./curation/vote-box.ts";
import { createMemoryDocument } from "./document.ts";

interface Options {
  readonly now?: () => Date;
}

/** A store that forgets everything when the process ends: for tests and previews. */
export function createMemoryCurationStore({ now = () => new Date() }: Options = {}): CurationStore {
  return createCurationStore(
    {
      queue: createMemoryDocument(NO_ITEMS),
      gaps: createMemoryDocument([]),
      votes: createMemoryDocument(NO_VOTES),
      drafts: {
        kept: [],
        put: async () => undefined,
        drop: async () => undefined,
      },
    },
    now,
  );
}
