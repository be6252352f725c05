/** One save by a moderator: all of its texts, or none. */
export interface CrashEdit {
  readonly moderator: number;
  /** New bodies by fact id; a fact that is not there yet is added. Each text is given once only. */
  readonly bodies: Readonly<Record<string, string>>;
}

/** What is killed: a process that saves edits, however they reach it. */
export interface CrashTarget {
  /** Resolves when the edit is acknowledged. Never settles once the process is killed. */
  save(edit: CrashEdit): Promise<void>;
  /** Ends the process as a power switch does, and waits until it is gone. */
  kill(): Promise<void>;
}

export interface CrashDriver {
  /** Starts the process. `ready` resolves when it takes edits, and may not before it is killed. */
  start(): { readonly ready: Promise<CrashTarget>; kill(): Promise<void> };
  /** Where its store is. */
  readonly dir: string;
}
