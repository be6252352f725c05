import { alreadyDecided } from "../../knowledge/already-decided.ts";
import type { CurationStore, QueueItem } from "../../knowledge/curation-store.ts";
import type { Document } from "../document.ts";
import {
  isOpen,
  isReplaced,
  newestUpstream,
  type QueueData,
  refuse,
  unblocked,
  withoutOldest,
  withoutUser,
} from "./queue-rules.ts";
import { randomId } from "./random-id.ts";
import { AUTHOR_MS, isOlder } from "./retention.ts";

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
