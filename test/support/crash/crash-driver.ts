/** A change that a moderator asked for: all of its facts, or none. */
export interface CrashChange {
  /** What tells it from all others; its revisions bear it (see `markOf`). */
  readonly mark: string;
  /** The ids of all facts that it changes. */
  readonly facts: readonly string[];
}

/** Where an acknowledged change stands: the revision that its answer named. */
export interface Acknowledged {
  readonly id: string;
  readonly number: number;
}

/** Notes a change just before it is sent. Call what it returns with the answer: null says that nothing was changed. */
export type Ask = (change: CrashChange) => (answer: Acknowledged | null) => void;

export interface Turn {
  /** 0, 1, 2 … */
  readonly moderator: number;
  readonly ask: Ask;
  /** From 0 to less than 1. */
  readonly random: () => number;
}

/** What is killed: a process that saves changes, however they reach it. */
export interface CrashTarget {
  /** Lets a moderator do one thing. May never settle, or reject with {@link Gone}, once the process is killed. */
  change(turn: Turn): Promise<void>;
  /** What a reader is told of a fact: its body is in it where it is in force. */
  read(id: string): Promise<string>;
}

export interface CrashDriver {
  /** Starts the process. `ready` resolves when it takes changes, and may not before it is killed. */
  start(): {
    readonly ready: Promise<CrashTarget>;
    /** Ends the process as a power switch does, and waits until it is gone. Rejects when it had ended by itself. */
    kill(): Promise<void>;
  };
  /** Where its store is. */
  readonly dir: string;
  readonly moderators: number;
  readonly longestLifeMs: number;
  /** Removes what the driver made, other than the store. */
  end(): Promise<void>;
}

/** The process was killed while somebody waited for it. */
export class Gone extends Error {
  override readonly name = "Gone";
}
