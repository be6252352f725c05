import type { Fact } from "./fact.ts";
import type { Author } from "./fact-store.ts";

/** `suggestion` by anybody, `report` on an answer, `upstream` a shipped text that could not be merged by itself. */
export type ItemKind = "suggestion" | "report" | "upstream";

/** What a curator's decision on an item was. */
export interface Outcome {
  readonly accepted: boolean;
  readonly by: Author;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly reason: string;
}

/** Something that waits in the review queue, or waited. */
export interface QueueItem {
  /** Short, of `a-z0-9`: it stands in custom ids. */
  readonly id: string;
  readonly kind: ItemKind;
  readonly at: string;
  /** Absent for `upstream`, and once it was made anonymous. */
  readonly author?: Author;
  readonly factId?: string;
  /** The revision of the fact that a report was made on. */
  readonly revision?: number;
  /** What is missing or wrong, in its author's words. */
  readonly text: string;
  readonly link?: string;
  /** The question that was answered wrongly, for a report from `/ask`. */
  readonly question?: string;
  /** The shipped text of an `upstream` item; null where it is shipped no more. */
  readonly shipped?: Fact | null;
  readonly outcome?: Outcome;
  /** Whether the author has been told of the outcome. */
  readonly told: boolean;
}

export type NewItem = Pick<QueueItem, "kind" | "text"> &
  Partial<Pick<QueueItem, "author" | "factId" | "revision" | "link" | "question" | "shipped">>;

/** How much the queue takes. */
export interface QueueLimits {
  /** Open items of one author. */
  readonly openPerAuthor: number;
  /** Open suggestions and reports together. */
  readonly open: number;
}

/** A question that was not answered, under its normalised form. Whose it was is not kept. */
export interface Gap {
  /** What the question comes to: its sorted words, see `normaliseQuestion`. */
  readonly key: string;
  readonly count: number;
  readonly firstAt: string;
  readonly lastAt: string;
  /** As it was last typed; dropped after 90 days. */
  readonly question?: string;
  /** Ids of the nearest facts when it was last asked. */
  readonly near: readonly string[];
  readonly state: "open" | "dismissed" | "answered";
}

/** Something that its author was in the middle of, kept for a day, for its author alone. */
export interface Draft {
  /** Short, of `a-z0-9`. */
  readonly id: string;
  readonly authorId: string;
  readonly at: string;
  readonly kind: string;
  /** Plain JSON. */
  readonly data: unknown;
}

/** What came of pruning, for the log. */
export interface Pruned {
  readonly drafts: number;
  readonly questions: number;
  readonly authors: number;
}

/**
 * Keeps what is about facts without being facts: suggestions, reports, gaps, votes and drafts. Adapters: `src/stores/`;
 * one contract suite runs on each. What a method has resolved for is durable.
 */
export interface CurationStore {
  /**
   * Puts an item into the queue. Throws KnowledgeError `too-many` beyond the limits, `not-allowed` for a blocked
   * author. An `upstream` item for a fact that has an open one already takes its place.
   */
  addItem(item: NewItem, limits: QueueLimits): Promise<QueueItem>;
  /** Open items, oldest first. */
  listOpen(): Promise<readonly QueueItem[]>;
  findItem(id: string): Promise<QueueItem | undefined>;
  /** Decides on an open item. Throws KnowledgeError `conflict` where somebody has already. */
  closeItem(id: string, outcome: Omit<Outcome, "at">): Promise<QueueItem>;
  /** The newest `upstream` item of each fact that has one, open or decided. */
  listUpstream(): Promise<readonly QueueItem[]>;
  /** Decided items whose author has not been told yet. */
  listUntold(authorId: string): Promise<readonly QueueItem[]>;
  markTold(ids: readonly string[]): Promise<void>;

  /**
   * Counts an unanswered question; a dismissed gap is counted and stays dismissed, an answered one is open again. It is
   * written within a few seconds, and the one thing that a crash may lose.
   */
  countGap(gap: Pick<Gap, "key" | "near"> & { readonly question: string }): Promise<void>;
  /** Open gaps, most asked first. */
  listGaps(): Promise<readonly Gap[]>;
  closeGap(key: string, state: "dismissed" | "answered"): Promise<void>;

  /** Counts one vote a ballot; false when this ballot was cast before. `ballot` is a keyed hash of user and revision. */
  vote(vote: { readonly factId: string; readonly ballot: string }): Promise<boolean>;
  /** Helpful votes by fact id. */
  countVotes(): Promise<ReadonlyMap<string, number>>;

  putDraft(draft: Pick<Draft, "authorId" | "kind" | "data">): Promise<Draft>;
  /** Undefined when there is none, it is older than a day, or somebody else's. */
  findDraft(id: string, authorId: string): Promise<Draft | undefined>;
  dropDraft(id: string): Promise<void>;

  blockAuthor(authorId: string): Promise<void>;
  unblockAuthor(authorId: string): Promise<void>;
  listBlocked(): Promise<readonly string[]>;

  /** Drops what is past its time: drafts after a day, questions after 90, authors 30 days after the outcome. */
  prune(): Promise<Pruned>;
  /** Takes a user's id and name out of everything that this store has. Says how many entries named them. */
  forget(userId: string): Promise<number>;
  close(): Promise<void>;
}
