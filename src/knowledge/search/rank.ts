import type { Work } from "../fact-index.ts";
import { createAccumulators } from "./accumulators.ts";
import { mentionedList, namedList, type PostingLists } from "./posting-lists.ts";

export interface Ranking {
  /** Slots of the best facts, best first. */
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

/** What decides between facts of the same score. */
export interface Order {
  /** A number for each slot: the greater one is before. */
  readonly order: Int32Array;
  /** Whether the fact in a slot is before another one with the same number. */
  isBefore(slot: number, other: number): boolean;
}

/** What of a group the ranking depends on. */
export interface Rankable {
  readonly readings: readonly { readonly stem: number; readonly worth: number }[];
  readonly namesOnly: boolean;
}

export interface Ranker {
  rank(
    groups: readonly Rankable[],
    /** By code of a posting. */
    earnings: Float32Array,
    limit: number,
    facts: Order,
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
    rank(groups, earnings, limit, facts, work) {
      sums.fit(facts.order.length);
      const items = itemsOf(groups, lists, earnings);
      const { most, size } = restsOf(items);
      let open = true;
      // No floor can be higher than the one last found and what has been added since.
      let attainable = Number.POSITIVE_INFINITY;
      for (const [at, item] of items.entries()) {
        sums.beginGroup();
        work.postings += addUp(item, earnings, open);
        attainable += item.most;
        const rest = most[at] ?? 0;
        const isWorthIt = sums.count > limit && (size[at] ?? 0) > sums.count;
        if (!isWorthIt || rest >= Math.min(sums.peak, attainable)) continue;
        const floor = sums.floorOf(limit);
        attainable = floor;
        if (rest >= floor) continue;
        open = false;
        sums.narrow(floor - rest - ROUNDING);
      }
      const slots = sums
        .best(limit, facts.order)
        .toSorted((a, b) => sums.sumOf(b) - sums.sumOf(a) || compareEquals(facts, a, b))
        .slice(0, limit);
      const scores = slots.map(sums.sumOf);
      sums.clear();
      return { slots, scores };
    },
  };
}

function itemsOf(
  groups: readonly Rankable[],
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

/** Puts two facts in order that nothing else decides between. */
export function compareEquals({ order, isBefore }: Order, a: number, b: number): number {
  return (order[b] ?? 0) - (order[a] ?? 0) || (isBefore(a, b) ? -1 : 1);
}

/**
 * For each item, what a fact can still earn after it at the most (of each group the best of what is left), and how many
 * postings are left.
 */
function restsOf(items: readonly Item[]): { most: Float64Array; size: Float64Array } {
  const most = new Float64Array(items.length);
  const size = new Float64Array(items.length);
  const groups = new Map<number, number>();
  for (let at = items.length - 2; at >= 0; at -= 1) {
    const next = items[at + 1];
    if (!next) continue;
    const known = groups.get(next.group) ?? 0;
    const better = Math.max(known, next.most);
    groups.set(next.group, better);
    most[at] = (most[at + 1] ?? 0) + better - known;
    size[at] = (size[at + 1] ?? 0) + next.size;
  }
  return { most, size };
}
