import { quoteTyped } from "../src/discord/text.ts";
import type { QueueItem } from "../src/knowledge/curation-store.ts";
import { KnowledgeError } from "../src/knowledge/errors.ts";
import type { CommandDeps } from "./command-deps.ts";

/** Tells people what became of what they suggested or reported: once each, by direct message or when they come back. */
export interface Outcomes {
  /** Tries a direct message; where Discord does not let it through, the author hears of it at the next `/suggest`. */
  tell(item: QueueItem): Promise<void>;
  /** What an author has not heard of yet, as lines; from now on, they have. */
  takeUntold(authorId: string): Promise<readonly string[]>;
}

export function createOutcomes({ curationStore, outbox }: CommandDeps): Outcomes {
  return {
    async tell(item) {
      if (item.author?.id === undefined) return;
      const told = await outbox.toUser(item.author.id, { content: outcomeLine(item) });
      if (told) await curationStore.markTold([item.id]);
    },
    async takeUntold(authorId) {
      const items = (await curationStore.listUntold(authorId)).slice(0, TOLD_AT_ONCE);
      if (items.length === 0) return [];
      try {
        await curationStore.markTold(items.map(({ id }) => id));
      } catch (error) {
        // Better told twice than not at all, and no reason to refuse what the author came with.
        if (!(error instanceof KnowledgeError)) throw error;
      }
      return items.map(outcomeLine);
    },
  };
}

/** So that they fit one message; the others are told the time after. */
const TOLD_AT_ONCE = 2;

function outcomeLine({ kind, text, outcome }: QueueItem): string {
  const what = kind === "report" ? "report on a Rust for Linux fact" : "suggestion for a fact";
  const came = outcome?.accepted ? "was taken up. Thank you!" : "was not taken up.";
  const why = outcome?.reason ? ` A curator says: ${quoteTyped(outcome.reason, 200)}` : "";
  return `Your ${what}, ${quoteTyped(text, 100)}, ${came}${why}`;
}
