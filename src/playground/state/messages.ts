import type { Event, ShownMessage } from "../protocol.ts";

/** Older messages are forgotten: a long session must not grow for ever. */
const MESSAGES_KEPT = 1_000;
/** What a page that is opened late loads of them. */
const MESSAGES_LISTED = 300;

/** All messages of a world, and who hears of their changes. */
export interface Messages {
  /** The newest ones, oldest first. */
  list(): readonly ShownMessage[];
  find(id: string): ShownMessage | undefined;
  /** Adds a message, or puts a new version in the place of the old one. */
  put(shown: ShownMessage): void;
  /** @returns whether there was one */
  remove(id: string): boolean;
}

export function createMessages(publish: (event: Event) => void): Messages {
  const kept = new Map<string, ShownMessage>();
  return {
    list: () => [...kept.values()].slice(-MESSAGES_LISTED),
    find: (id) => kept.get(id),
    put(shown) {
      kept.set(shown.message.id, shown);
      const [oldest] = kept.keys();
      if (kept.size > MESSAGES_KEPT && oldest !== undefined) kept.delete(oldest);
      publish({ type: "message", shown });
    },
    remove(id) {
      const shown = kept.get(id);
      if (!shown) return false;
      kept.delete(id);
      publish({ type: "message-deleted", id, place: shown.message.channel_id });
      return true;
    },
  };
}
