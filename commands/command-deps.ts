import type { Command } from "../src/discord/command.ts";
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
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** From 0 to less than 1. */
  readonly random: () => number;
  readonly staleAfterDays: number;
  readonly repeatWindowMs: number;
  readonly status: () => BotStatus;
}

export type CreateCommand = (deps: CommandDeps) => Command;
