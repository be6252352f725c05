import type { Event } from "../protocol.ts";

export interface Announcements {
  publish(event: Event): void;
  /** @returns how to stop listening */
  listen(listener: (event: Event) => void): () => void;
}

/** Tells everybody who listens of everything that happens. */
export function createAnnouncements(): Announcements {
  const listeners = new Set<(event: Event) => void>();
  return {
    publish(event) {
      for (const listener of listeners) listener(event);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
