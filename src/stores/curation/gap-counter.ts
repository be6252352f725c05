import type { CurationStore, Gap } from "../../knowledge/curation-store.ts";
import { cut } from "../../knowledge/cut.ts";
import type { Document } from "../document.ts";
import type { Report } from "../report-failures.ts";
import { isOlder, QUESTION_MS } from "./retention.ts";

export type GapData = readonly Gap[];

/** Gaps that are kept. Beyond, the one asked least goes, of those the oldest. */
const GAPS_MAX = 2_000;
const QUESTION_MAX_LENGTH = 300;
const NEAR_MAX = 5;
const WRITE_EVERY_MS = 3_000;

type GapCounter = Pick<CurationStore, "countGap" | "listGaps" | "closeGap"> & {
  /** Drops questions that are past their time. Says how many. */
  prune(): Promise<number>;
  /** Writes what was counted. */
  close(): Promise<void>;
};

/** Counts in memory and writes every few seconds: misses come in bursts, and none of them is worth a sync of its own. */
export function createGapCounter(
  document: Document<GapData>,
  now: () => Date,
  report?: Report,
): GapCounter {
  let gaps = new Map(document.data.map((gap) => [gap.key, gap]));
  let timer: NodeJS.Timeout | undefined;

  async function write(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    await document.update((data) => (sameGaps(data, gaps) ? data : [...gaps.values()]));
  }

  function writeSoon(): void {
    if (timer) return;
    // What cannot be written now is written with the next count, or at the end.
    const told = (error: unknown) => report?.("counted gaps not written", error);
    timer = setTimeout(() => write().catch(told), WRITE_EVERY_MS);
    timer.unref();
  }

  /** Takes over a change of one gap or more, kept before it is seen. */
  async function replace(change: (gap: Gap) => Gap): Promise<void> {
    const before = gaps;
    gaps = new Map([...gaps].map(([key, gap]) => [key, change(gap)]));
    const mine = gaps;
    try {
      await write();
    } catch (error) {
      if (gaps === mine) gaps = before;
      throw error;
    }
  }

  return {
    async countGap({ key, question, near }) {
      const at = now().toISOString();
      const known = gaps.get(key);
      gaps.set(key, {
        key,
        count: (known?.count ?? 0) + 1,
        firstAt: known?.firstAt ?? at,
        lastAt: at,
        question: cut(question, QUESTION_MAX_LENGTH),
        near: near.slice(0, NEAR_MAX),
        state: known?.state === "dismissed" ? "dismissed" : "open",
      });
      if (gaps.size > GAPS_MAX) gaps.delete(leastAsked(gaps.values(), key));
      writeSoon();
    },

    listGaps: async () =>
      [...gaps.values()]
        .filter(({ state }) => state === "open")
        .sort((a, b) => b.count - a.count || (a.lastAt < b.lastAt ? 1 : -1)),

    closeGap: (key, state) => replace((gap) => (gap.key === key ? { ...gap, state } : gap)),

    async prune() {
      const isPast = ({ question, lastAt }: Gap) =>
        question !== undefined && isOlder(lastAt, QUESTION_MS, now());
      const past = [...gaps.values()].filter(isPast).length;
      if (past > 0) await replace((gap) => (isPast(gap) ? withoutQuestion(gap) : gap));
      return past;
    },

    close: write,
  };
}

function sameGaps(kept: GapData, gaps: ReadonlyMap<string, Gap>): boolean {
  return kept.length === gaps.size && kept.every((gap) => gaps.get(gap.key) === gap);
}

function withoutQuestion({ question: _, ...gap }: Gap): Gap {
  return gap;
}

/** The key of the gap to go: never the one that was just asked, or nothing new could ever come in. */
function leastAsked(gaps: Iterable<Gap>, asked: string): string {
  const [least] = [...gaps]
    .filter(({ key }) => key !== asked)
    .sort((a, b) => a.count - b.count || (a.lastAt < b.lastAt ? -1 : 1));
  return least?.key ?? asked;
}
