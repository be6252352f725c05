import type { Work } from "../fact-index.ts";
import { createAccumulators } from "./accumulators.ts";
import type { Group } from "./groups.ts";
import { mentionedList, namedList, type PostingLists } from "./posting-lists.ts";

export interface Ranking {
  /** Slots of the best facts, best first; facts of the same score in the order of their ids. */
  readonly slots: readonly number[];
  readonly scores: readonly number[];
}

/** Lists to be added up in one go: all of a group's, or, where it has one alternative, one of its two. */
interface Item {
  readonly group: number;
  readonly lists: readonly { readonly list: number; readonly worth: number }[];
  readonly size: number;
  /** What the order goes by. */
  readonly rank: number;
  /** The most that a fact can earn here. */
  readonly most: number;
}

export interface Ranker {
  rank(
    groups: readonly Group[],
    /** By code of a posting. */
    earnings: Float32Array,
    slotCount: number,
    limit: number,
    precedes: (slot: number, other: number) => boolean,
    work: Work,
  ): Ranking;
}

/** How many postings can be scanned in the time of one look-up. */
const LOOKUP_COST = 12;
/** Sums are compared with bounds that were added up in another order, in 32 bits. */
const ROUNDING = 1e-4;

/**
 * Ranks facts by BM25F (Robertson, Zaragoza and Taylor 2004: field weights go into the frequency, not the score), term at
 * a time. The most valuable postings come first, and when what is left cannot lift another fact into the best (the bound
 * of MaxScore, Turtle and Flood 1995), only facts that still can be among them are looked up. The result is the same as
 * without stopping.
 */
export function createRanker(lists: PostingLists): Ranker {
  const sums = createAccumulators(lists);

  function addUp(item: Item, earnings: Float32Array, open: boolean): number {
    const lookUp = !open && sums.count * item.lists.length * LOOKUP_COST < item.size;
    for (const { list, worth } of item.lists) {
      if (lookUp) sums.lookUp(list, worth, earnings);
      else if (item.lists.length === 1) sums.scan(list, worth, earnings, open);
      else sums.scanAlternative(list, worth, earnings, open);
    }
    return lookUp ? sums.count * item.lists.length : item.size;
  }

  return {
    rank(groups, earnings, slotCount, limit, precedes, work) {
      sums.fit(slotCount);
      const items = itemsOf(groups, lists, earnings);
      let open = true;
      for (const [at, item] of items.entries()) {
        sums.beginGroup();
        work.postings += addUp(item, earnings, open);
        const rest = restAfter(items, at);
        if (rest >= sums.peak || sums.count <= limit) continue;
        const floor = sums.sumAt(limit);
        if (rest >= floor) continue;
        open = false;
        sums.narrow(floor - rest - ROUNDING);
      }
      sums.narrow(sums.sumAt(limit));
      const slots = sums
        .slots()
        .toSorted((a, b) => sums.sumOf(b) - sums.sumOf(a) || (precedes(a, b) ? -1 : 1))
        .slice(0, limit);
      const scores = slots.map(sums.sumOf);
      sums.clear();
      return { slots, scores };
    },
  };
}

function itemsOf(
  groups: readonly Group[],
  lists: PostingLists,
  earnings: Float32Array,
): readonly Item[] {
  const items: Item[] = [];
  for (const [group, { readings, namesOnly }] of groups.entries()) {
    const worth = Math.max(0, ...readings.map((reading) => reading.worth));
    const named = readings.map(({ stem, worth }) => ({ list: namedList(stem), worth }));
    const mentioned = readings.map(({ stem, worth }) => ({ list: mentionedList(stem), worth }));
    const add = (all: Item["lists"], rank: number) => {
      const size = all.reduce((sum, { list }) => sum + lists.lengthOf(list), 0);
      const most = Math.max(
        0,
        ...all.map(({ list, worth }) => worth * (earnings[lists.bestIn(list)] ?? 0)),
      );
      if (size > 0) items.push({ group, lists: all, size, rank, most });
    };
    if (namesOnly) add(named, worth);
    else if (readings.length > 1) add([...named, ...mentioned], worth);
    else {
      add(named, worth);
      add(mentioned, worth / 2);
    }
  }
  // By worth alone, so that sums are added up in an order that does not depend on how the index came to be.
  return items.sort((a, b) => b.rank - a.rank || a.group - b.group);
}

/** The most that a fact can still earn after the item: of each group the best of what is left. */
function restAfter(items: readonly Item[], at: number): number {
  const most = new Map<number, number>();
  for (const item of items.slice(at + 1)) {
    most.set(item.group, Math.max(most.get(item.group) ?? 0, item.most));
  }
  let rest = 0;
  for (const value of most.values()) rest += value;
  return rest;
}
