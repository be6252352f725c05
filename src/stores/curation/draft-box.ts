import type { CurationStore, Draft } from "../../knowledge/curation-store.ts";
import { createQueue } from "../create-queue.ts";
import { storageFailed } from "../storage-failed.ts";
import { randomId } from "./random-id.ts";
import { DRAFT_MS, isOlder } from "./retention.ts";

/** Where drafts are kept, each by itself: one may be as large as an import, and must not make the next one slow. */
export interface DraftShelf {
  /** What was on it at first. */
  readonly kept: readonly Draft[];
  put(draft: Draft): Promise<void>;
  drop(id: string): Promise<void>;
}

/** Of one author, and altogether: beyond, the oldest goes. */
const DRAFTS_PER_AUTHOR_MAX = 20;
const DRAFTS_MAX = 1_000;

type DraftBox = Pick<CurationStore, "putDraft" | "findDraft" | "dropDraft"> & {
  /** Drops drafts that are past their time. Says how many. */
  prune(): Promise<number>;
  forget(userId: string): Promise<number>;
  close(): Promise<void>;
};

export function createDraftBox(shelf: DraftShelf, now: () => Date): DraftBox {
  // Oldest first.
  const byAge = shelf.kept.toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const drafts = new Map(byAge.map((draft) => [draft.id, draft]));
  const inTurn = createQueue();

  const change = <Value>(work: () => Promise<Value>) =>
    inTurn(work).catch((error: unknown) => {
      throw storageFailed(error);
    });

  async function drop(id: string): Promise<void> {
    await shelf.drop(id);
    drafts.delete(id);
  }

  async function dropWhere(holds: (draft: Draft) => boolean): Promise<number> {
    const wanted = [...drafts.values()].filter(holds);
    for (const { id } of wanted) await drop(id);
    return wanted.length;
  }

  /** Makes room for one more of this author. */
  async function makeRoom(authorId: string): Promise<void> {
    const own = [...drafts.values()].filter((draft) => draft.authorId === authorId);
    const [oldest] = drafts.values();
    if (own[0] && own.length >= DRAFTS_PER_AUTHOR_MAX) await drop(own[0].id);
    else if (oldest && drafts.size >= DRAFTS_MAX) await drop(oldest.id);
  }

  return {
    putDraft: (wanted) =>
      change(async () => {
        const draft = {
          ...wanted,
          id: randomId((id) => drafts.has(id)),
          at: now().toISOString(),
        };
        await makeRoom(draft.authorId);
        await shelf.put(draft);
        drafts.set(draft.id, draft);
        return draft;
      }),
    async findDraft(id, authorId) {
      const draft = drafts.get(id);
      if (!draft || draft.authorId !== authorId) return undefined;
      return isOlder(draft.at, DRAFT_MS, now()) ? undefined : draft;
    },
    dropDraft: (id) => change(async () => (drafts.has(id) ? drop(id) : undefined)),
    prune: () => change(() => dropWhere(({ at }) => isOlder(at, DRAFT_MS, now()))),
    forget: (userId) => change(() => dropWhere(({ authorId }) => authorId === userId)),
    close: () => inTurn(async () => undefined),
  };
}
