import type { Fact } from "./fact.ts";

/** Who made a change. `id` is a snowflake, absent for the command line and for somebody who was made anonymous. */
export interface Author {
  readonly id?: string;
  readonly name: string;
}

/** Who somebody is after they were forgotten. */
export const ANONYMOUS: Author = { name: "anonymous" };

export type ChangeKind =
  | "add"
  | "edit"
  | "remove"
  | "restore"
  | "verify"
  | "import"
  | "merge"
  | "suggestion";

/** What one change says of itself; it may make revisions of several facts. */
export interface About {
  readonly kind: ChangeKind;
  readonly by: Author;
  /** Why, in the author's words; may be empty. */
  readonly why: string;
  /** Whose suggestion or report it took up, where it did. */
  readonly credit?: Author;
}

/** What a change does to one fact. */
export interface FactChange {
  readonly id: string;
  /** The newest local revision that the change starts from: 0 when there is none. */
  readonly expected: number;
  /** The text after the change, or null where the fact is removed. */
  readonly after: Fact | null;
  /** The shipped text that `after` takes account of, or null where nothing is shipped under this id. */
  readonly base: Fact | null;
  /** What was in force, shipped or local. */
  readonly before: Fact | null;
}

/**
 * Makes out the changes from where every locally changed fact stands. It is called in the store's turn: by then the
 * watchers have been told of all that was kept, and nothing else is kept before its changes are.
 */
export type Plan = (local: ReadonlyMap<string, LocalFact>) => readonly FactChange[];

/** A line of the history: what one change did to one fact. Nothing ever overwrites or deletes it. */
export interface Revision extends About {
  readonly id: string;
  /** 1, 2, 3 … for each fact. */
  readonly number: number;
  /** The same for all revisions that one change made. */
  readonly change: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The text before (what was in force, shipped or local) and after; null where there was, or is, none. */
  readonly before: Fact | null;
  readonly after: Fact | null;
  readonly base: Fact | null;
}

/** Where a fact stands locally, on top of what is shipped. */
export interface LocalFact {
  readonly id: string;
  /** The number of its newest revision. */
  readonly revision: number;
  /** null: removed here. */
  readonly fact: Fact | null;
  /** The shipped text that the local one was last reconciled with; null where nothing was shipped. */
  readonly base: Fact | null;
}

/**
 * Keeps what curators changed, as revisions on top of the shipped facts. Adapters: `src/stores/`; one contract suite
 * runs on each.
 */
export interface FactStore {
  /** Where every locally changed fact stands, by id. Throws KnowledgeError `storage-damaged` or `storage-locked`. */
  load(): Promise<ReadonlyMap<string, LocalFact>>;
  /**
   * Makes one revision of each change, all or none, durable when the promise resolves. Whoever holds a change against
   * other facts too hands in the plan. Throws what the plan throws, KnowledgeError `conflict` where a fact has moved on
   * from `expected`, `storage-failed` where nothing could be kept; then nothing has changed.
   */
  apply(changes: readonly FactChange[] | Plan, about: About): Promise<readonly Revision[]>;
  /**
   * Notes the shipped texts that local ones now take account of, where the local text stays as it is: that makes no
   * revision. A fact without a local change is passed over. Durable when it resolves.
   */
  rebase(bases: readonly Pick<LocalFact, "id" | "base">[]): Promise<void>;
  /** The revisions of one fact, oldest first; none for a fact never changed here. */
  history(id: string): Promise<readonly Revision[]>;
  /** All revisions after the first `skip` ones, oldest first, for export and statistics. */
  revisions(skip?: number): AsyncIterable<Revision>;
  /** Calls the listener after each change that was kept, whoever made it. Returns the way to stop it. */
  watch(listener: (revisions: readonly Revision[]) => void): () => void;
  /** Makes a user anonymous in every revision, for good. Says in how many. */
  forget(userId: string): Promise<number>;
  /** Waits for what is under way and lets go of the storage. */
  close(): Promise<void>;
}
