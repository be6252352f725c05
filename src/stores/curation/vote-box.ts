import type { CurationStore } from "../../knowledge/curation-store.ts";
import type { Document } from "../document.ts";

export interface VoteData {
  /** Helpful votes by fact id. */
  readonly counts: Readonly<Record<string, number>>;
  /** The last ballots cast, oldest first. */
  readonly ballots: readonly string[];
}

export const NO_VOTES: VoteData = { counts: {}, ballots: [] };

/** Ballots that are remembered. A vote is counted for ever; whoever cast an older one could cast it again. */
const BALLOTS_MAX = 10_000;

export function createVoteBox(
  document: Document<VoteData>,
): Pick<CurationStore, "vote" | "countVotes"> {
  return {
    async vote({ factId, ballot }) {
      let counted = false;
      await document.update((data) => {
        if (data.ballots.includes(ballot)) return data;
        counted = true;
        const count = (Object.hasOwn(data.counts, factId) ? (data.counts[factId] ?? 0) : 0) + 1;
        return {
          counts: { ...data.counts, [factId]: count },
          ballots: [...data.ballots, ballot].slice(-BALLOTS_MAX),
        };
      });
      return counted;
    },
    countVotes: async () => new Map(Object.entries(document.data.counts)),
  };
}
