import type {
  CurationStore,
  NewItem,
  QueueItem,
  QueueLimits,
} from "../../knowledge/curation-store.ts";
import { KnowledgeError } from "../../knowledge/errors.ts";
import { ANONYMOUS } from "../../knowledge/fact-store.ts";
import type { Document } from "../document.ts";
import { randomId } from "./random-id.ts";
import { AUTHOR_MS, isOlder } from "./retention.ts";

export interface QueueData {
  /** Oldest first. */
  readonly items: readonly QueueItem[];
  /** Ids of authors whose items are not taken. */
  readonly blocked: readonly string[];
}

export const NO_ITEMS: QueueData = { items: [], blocked: [] };

/** Decided items that are kept to look back at; older ones go. */
const DECIDED_MAX = 200;
const BLOCKED_MAX = 1_000;

type ReviewQueue = Pick<
  CurationStore,
  | "addItem"
  | "listOpen"
  | "findItem"
  | "closeItem"
  | "listUpstream"
  | "listUntold"
  | "markTold"
  | "blockAuthor"
  | "unblockAuthor"
  | "listBlocked"
> & {
  /** Takes authors out of what was decided long ago. Says of how many items. */
  prune(): Promise<number>;
  forget(userId: string): Promise<number>;
};

export function createReviewQueue(document: Document<QueueData>, now: () => Date): ReviewQueue {
  const open = () => document.data.items.filter(isOpen);
  const find = (id: string) => document.data.items.find((item) => item.id === id);

  const replaceItems = (change: (item: QueueItem) => QueueItem) =>
    document.update((data) => {
      const items = data.items.map(change);
      return items.every((item, at) => item === data.items[at]) ? data : { ...data, items };
    });

  return {
    async addItem(wanted, limits) {
      const item: QueueItem = {
        ...wanted,
        id: randomId((id) => find(id) !== undefined),
        at: now().toISOString(),
        told: false,
      };
      await document.update((data) => {
        refuse(data, wanted, limits);
        const others = data.items.filter((other) => !isReplaced(other, item));
        return { ...data, items: withoutOldest([...others, item]) };
      });
      return item;
    },

    listOpen: async () => open(),
    findItem: async (id) => find(id),

    async closeItem(id, outcome) {
      const at = now().toISOString();
      await document.update((data) => {
        const item = data.items.find((other) => other.id === id);
        if (!item || item.outcome) throw alreadyDecided(item);
        const decided = { ...item, outcome: { ...outcome, at } };
        const items = data.items.map((other) => (other === item ? decided : other));
        return { ...data, items: withoutOldest(items) };
      });
      const closed = find(id);
      if (!closed) throw alreadyDecided(closed);
      return closed;
    },

    listUpstream: async () => [...newestUpstream(document.data.items).values()],

    listUntold: async (authorId) =>
      document.data.items.filter(
        ({ author, outcome, told }) => author?.id === authorId && outcome && !told,
      ),

    async markTold(ids) {
      await replaceItems((item) =>
        ids.includes(item.id) && !item.told ? { ...item, told: true } : item,
      );
    },

    async blockAuthor(authorId) {
      await document.update((data) =>
        data.blocked.includes(authorId)
          ? data
          : { ...data, blocked: [...data.blocked, authorId].slice(-BLOCKED_MAX) },
      );
    },
    async unblockAuthor(authorId) {
      await document.update((data) => unblocked(data, authorId));
    },
    listBlocked: async () => document.data.blocked,

    async prune() {
      let count = 0;
      await replaceItems((item) => {
        if (!item.author || !item.outcome) return item;
        if (!isOlder(item.outcome.at, AUTHOR_MS, now())) return item;
        count += 1;
        const { author: _, ...rest } = item;
        return rest;
      });
      return count;
    },

    async forget(userId) {
      let count = 0;
      await replaceItems((item) => {
        const forgotten = withoutUser(item, userId);
        if (forgotten !== item) count += 1;
        return forgotten;
      });
      if (document.data.blocked.includes(userId)) count += 1;
      await document.update((data) => unblocked(data, userId));
      return count;
    },
  };
}

function isOpen(item: QueueItem): boolean {
  return item.outcome === undefined;
}

/** One open `upstream` item a fact: what is shipped now makes an older one pointless. */
function isReplaced(other: QueueItem, item: QueueItem): boolean {
  return (
    item.kind === "upstream" &&
    other.kind === "upstream" &&
    other.factId === item.factId &&
    isOpen(other)
  );
}

function newestUpstream(items: readonly QueueItem[]): ReadonlyMap<string, QueueItem> {
  return new Map(
    items.filter(({ kind }) => kind === "upstream").map((item) => [item.factId ?? "", item]),
  );
}

function refuse({ items, blocked }: QueueData, { kind, author }: NewItem, limits: QueueLimits) {
  if (kind === "upstream") return;
  const waiting = items.filter((item) => isOpen(item) && item.kind !== "upstream");
  if (author?.id !== undefined) {
    const { id } = author;
    if (blocked.includes(id)) {
      throw new KnowledgeError("not-allowed", "Suggestions and reports of yours are not taken.");
    }
    if (waiting.filter((item) => item.author?.id === id).length >= limits.openPerAuthor) {
      throw new KnowledgeError(
        "too-many",
        `You have ${limits.openPerAuthor} suggestions or reports waiting already. Wait until one of them is decided on.`,
      );
    }
  }
  if (waiting.length >= limits.open) {
    throw new KnowledgeError(
      "too-many",
      "Too many suggestions are waiting. Try again in a few days.",
    );
  }
}

/** Keeps what is open, what was decided last, and for each fact the last decision on a shipped text. */
function withoutOldest(items: readonly QueueItem[]): readonly QueueItem[] {
  const upstream = new Set(newestUpstream(items).values());
  const decided = items.filter((item) => !isOpen(item) && !upstream.has(item));
  if (decided.length <= DECIDED_MAX) return items;
  const oldest = [...decided]
    .sort((a, b) => ((a.outcome?.at ?? "") < (b.outcome?.at ?? "") ? -1 : 1))
    .slice(0, decided.length - DECIDED_MAX);
  const dropped = new Set(oldest);
  return items.filter((item) => !dropped.has(item));
}

function alreadyDecided(item: QueueItem | undefined): KnowledgeError {
  return new KnowledgeError(
    "conflict",
    item
      ? `Somebody has decided on this already: it was ${item.outcome?.accepted ? "accepted" : "rejected"}.`
      : "This does not wait in the queue any more.",
  );
}

function unblocked(data: QueueData, authorId: string): QueueData {
  if (!data.blocked.includes(authorId)) return data;
  return { ...data, blocked: data.blocked.filter((id) => id !== authorId) };
}

function withoutUser(item: QueueItem, userId: string): QueueItem {
  const { author, outcome, ...rest } = item;
  if (author?.id !== userId && outcome?.by.id !== userId) return item;
  return {
    ...rest,
    ...(author && author.id !== userId ? { author } : {}),
    ...(outcome
      ? { outcome: outcome.by.id === userId ? { ...outcome, by: ANONYMOUS } : outcome }
      : {}),
  };
}
