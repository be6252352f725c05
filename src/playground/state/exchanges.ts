import { MessageFlags } from "discord-api-types/v10";
import type { BotRequest, Event, Exchange } from "../protocol.ts";
import { refusals } from "../rest/discord-error.ts";
import type { FirstResponse, InteractionRecord, NewInteraction } from "./interaction-record.ts";
import type { Messages } from "./messages.ts";

/** Of these, tokens can be answered and modals sent. */
const EXCHANGES_KEPT = 500;
/** Each holds what was sent and answered several times over: a page that is opened late must not load megabytes. */
const EXCHANGES_LISTED = 200;

export interface Exchanges {
  /** The newest ones, oldest first. */
  list(): readonly Exchange[];
  find(id: string): InteractionRecord | undefined;
  findByToken(token: string): InteractionRecord | undefined;
  /** Begins to wait for the first response. */
  open(interaction: NewInteraction): InteractionRecord;
  /** Refuses with 10062 after the deadline, with 40060 when it was answered before. */
  assertPending(record: InteractionRecord): void;
  respond(record: InteractionRecord, response: Omit<FirstResponse, "afterMs">): void;
  expire(record: InteractionRecord): void;
  begin(record: InteractionRecord): void;
  /** Adds a request that the bot made because of the interaction. */
  finish(record: InteractionRecord, request: BotRequest): void;
  snapshot(record: InteractionRecord): Exchange;
  /** Resolves with the exchange as soon as it is so. */
  until(id: string, isSo: (exchange: Exchange) => boolean): Promise<Exchange>;
  /** No request is under way, and no answer is still promised by a deferral. */
  isQuiet(record: InteractionRecord): boolean;
  close(): void;
}

interface Dependencies {
  readonly publish: (event: Event) => void;
  readonly messages: Messages;
  readonly deadlineMs: number;
}

export function createExchanges({ publish, messages, deadlineMs }: Dependencies): Exchanges {
  const records = new Map<string, InteractionRecord>();
  const byToken = new Map<string, InteractionRecord>();
  const deadlines = new Map<string, NodeJS.Timeout>();
  const waiting = new Set<(exchange: Exchange) => void>();

  function snapshot(record: InteractionRecord): Exchange {
    const { id, action, interaction, first } = record;
    const shown = record.original === undefined ? undefined : messages.find(record.original);
    const { outcome } = first;
    const response = "afterMs" in first ? first : undefined;
    return {
      id,
      action,
      interaction,
      requests: [...record.requests],
      outcome,
      ...(response && { firstResponseMs: response.afterMs }),
      ...(response?.choices && { choices: response.choices }),
      ...(response?.modal && { modal: response.modal }),
      ...(shown && { message: shown }),
    };
  }

  function changed(record: InteractionRecord): void {
    const exchange = snapshot(record);
    publish({ type: "exchange", exchange });
    for (const listener of waiting) listener(exchange);
  }

  function settleFirst(record: InteractionRecord, first: InteractionRecord["first"]): void {
    clearTimeout(deadlines.get(record.id));
    deadlines.delete(record.id);
    record.first = first;
    changed(record);
  }

  function expire(record: InteractionRecord): void {
    if (record.first.outcome === "pending") settleFirst(record, { outcome: "expired" });
  }

  function forgetOldest(): void {
    const [oldest] = records.values();
    if (records.size <= EXCHANGES_KEPT || !oldest) return;
    records.delete(oldest.id);
    byToken.delete(oldest.token);
  }

  return {
    list: () => [...records.values()].slice(-EXCHANGES_LISTED).map(snapshot),
    find: (id) => records.get(id),
    findByToken: (token) => byToken.get(token),
    open(interaction) {
      const { id, token } = interaction.interaction;
      const record: InteractionRecord = {
        ...interaction,
        id,
        token,
        sentAt: performance.now(),
        responses: [],
        requests: [],
        first: { outcome: "pending" },
        underWay: 0,
      };
      records.set(id, record);
      byToken.set(token, record);
      forgetOldest();
      deadlines.set(
        id,
        setTimeout(() => expire(record), deadlineMs),
      );
      changed(record);
      return record;
    },
    assertPending({ first }) {
      if (first.outcome === "expired") throw refusals.unknown("interaction");
      if (first.outcome !== "pending") throw refusals.alreadyAcknowledged();
    },
    respond(record, response) {
      settleFirst(record, { ...response, afterMs: performance.now() - record.sentAt });
    },
    expire,
    begin(record) {
      record.underWay += 1;
    },
    finish(record, request) {
      record.underWay -= 1;
      record.requests.push(request);
      changed(record);
    },
    snapshot,
    until(id, isSo) {
      const record = records.get(id);
      if (!record) return Promise.reject(new Error(`no exchange ${id}`));
      const now = snapshot(record);
      if (isSo(now)) return Promise.resolve(now);
      return new Promise((resolve) => {
        const listener = (exchange: Exchange) => {
          if (exchange.id !== id || !isSo(exchange)) return;
          waiting.delete(listener);
          resolve(exchange);
        };
        waiting.add(listener);
      });
    },
    isQuiet(record) {
      const flags = snapshot(record).message?.message.flags ?? 0;
      return record.underWay === 0 && (flags & MessageFlags.Loading) === 0;
    },
    close() {
      for (const timer of deadlines.values()) clearTimeout(timer);
      deadlines.clear();
    },
  };
}
