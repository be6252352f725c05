import type { Command, UploadedFile } from "../src/discord/command.ts";
import type { Outbox } from "../src/discord/outbox.ts";
import type { Curation } from "../src/knowledge/curation.ts";
import type { CurationStore } from "../src/knowledge/curation-store.ts";
import type { FactStore } from "../src/knowledge/fact-store.ts";
import type { KnowledgeBase } from "../src/knowledge/knowledge-base.ts";

/** How the process is doing, for `/about`. */
export interface BotStatus {
  readonly version: string;
  /** Which facts were shipped: a short fingerprint of them. */
  readonly dataVersion: string;
  readonly startedAt: number;
  /** Milliseconds; absent before the first heartbeat. */
  readonly gatewayPingMs?: number;
  /** Ids of the registered commands by name, to mention them by; empty until they are registered. */
  readonly commandIds: ReadonlyMap<string, string>;
}

/** Everything a command may use. What it needs of the outside comes in here. */
export interface CommandDeps {
  readonly base: KnowledgeBase;
  readonly curation: Curation;
  readonly factStore: FactStore;
  readonly curationStore: CurationStore;
  readonly outbox: Outbox;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** From 0 to less than 1. */
  readonly random: () => number;
  readonly staleAfterDays: number;
  readonly repeatWindowMs: number;
  /** Whether unanswered questions are counted. */
  readonly gaps: boolean;
  readonly requireSecondCurator: boolean;
  /** Whether roles make curators: then Discord must not hide `/facts` from who lacks Manage Server. */
  readonly curatorsByRole: boolean;
  readonly status: () => BotStatus;
  /** What is kept about people, as a Markdown document. */
  readonly privacy: string;
  /** A keyed hash of these, so that a vote is counted once without keeping whose it was. */
  readonly ballotOf: (userId: string, factId: string, revision: number) => string;
  /** The text of a file that was attached to a command. Throws KnowledgeError where it may not or cannot be fetched. */
  readonly download: (file: UploadedFile) => Promise<string>;
  /** Does what nobody waits for; a failure goes to the log. */
  readonly afterwards: (work: () => Promise<unknown>) => void;
}

export type CreateCommand = (deps: CommandDeps) => Command;
