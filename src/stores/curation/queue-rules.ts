import type { NewItem, QueueItem, QueueLimits } from "../../knowledge/curation-store.ts";
import { KnowledgeError } from "../../knowledge/errors.ts";
import { ANONYMOUS } from "../../knowledge/fact-store.ts";

export interface QueueData {
  /** Oldest first. */
  readonly items: readonly QueueItem[];
  /** Ids of authors whose items are not taken. */
  readonly blocked: readonly string[];
}

export const NO_ITEMS: QueueData = { items: [], blocked: [] };

/** Decided items that are kept to look back at; older ones go. */
const DECIDED_MAX = 200;

export function isOpen(item: QueueItem): boolean {
  return item.outcome === undefined;
}

/** One open `upstream` item a fact: what is shipped now makes an older one pointless. */
export function isReplaced(other: QueueItem, item: QueueItem): boolean {
  return (
    item.kind === "upstream" &&
    other.kind === "upstream" &&
    other.factId === item.factId &&
    isOpen(other)
  );
}

/** By fact. */
export function newestUpstream(items: readonly QueueItem[]): ReadonlyMap<string, QueueItem> {
  return new Map(
    items.filter(({ kind }) => kind === "upstream").map((item) => [item.factId ?? "", item]),
  );
}

/** Throws where an item is not taken. */
export function refuse(
  { items, blocked }: QueueData,
  { kind, author }: NewItem,
  limits: QueueLimits,
) {
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
export function withoutOldest(items: readonly QueueItem[]): readonly QueueItem[] {
  const upstream = new Set(newestUpstream(items).values());
  const decided = items.filter((item) => !isOpen(item) && !upstream.has(item));
  if (decided.length <= DECIDED_MAX) return items;
  const oldest = [...decided]
    .sort((a, b) => ((a.outcome?.at ?? "") < (b.outcome?.at ?? "") ? -1 : 1))
    .slice(0, decided.length - DECIDED_MAX);
  const dropped = new Set(oldest);
  return items.filter((item) => !dropped.has(item));
}

export function unblocked(data: QueueData, authorId: string): QueueData {
  if (!data.blocked.includes(authorId)) return data;
  return { ...data, blocked: data.blocked.filter((id) => id !== authorId) };
}

/** The item without what names a user, or itself where nothing does. */
export function withoutUser(item: QueueItem, userId: string): QueueItem {
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
