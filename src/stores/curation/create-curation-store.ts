import type { CurationStore } from "../../knowledge/curation-store.ts";
import type { Document } from "../document.ts";
import type { Report } from "../report-failures.ts";
import { createDraftBox, type DraftShelf } from "./draft-box.ts";
import { createGapCounter, type GapData } from "./gap-counter.ts";
import type { QueueData } from "./queue-rules.ts";
import { createReviewQueue } from "./review-queue.ts";
import { createVoteBox, type VoteData } from "./vote-box.ts";

/** What a curation store is kept in. */
export interface CurationParts {
  readonly queue: Document<QueueData>;
  readonly gaps: Document<GapData>;
  readonly votes: Document<VoteData>;
  readonly drafts: DraftShelf;
}

/** The same store whatever its parts are kept in. */
export function createCurationStore(
  parts: CurationParts,
  now: () => Date,
  report?: Report,
): CurationStore {
  const queue = createReviewQueue(parts.queue, now);
  const gaps = createGapCounter(parts.gaps, now, report);
  const votes = createVoteBox(parts.votes);
  const drafts = createDraftBox(parts.drafts, now);
  return {
    ...queue,
    ...gaps,
    ...votes,
    ...drafts,
    prune: async () => ({
      drafts: await drafts.prune(),
      questions: await gaps.prune(),
      authors: await queue.prune(),
    }),
    forget: async (userId) => (await drafts.forget(userId)) + (await queue.forget(userId)),
    async close() {
      await gaps.close();
      await drafts.close();
      await Promise.all([parts.queue.close(), parts.gaps.close(), parts.votes.close()]);
    },
  };
}
