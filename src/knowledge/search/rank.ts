import { frequencyOf, type PostingLists, slotOf } from "./posting-lists.ts";
import type { Work } from "./work.ts";

/** One way to read a word of the query: a stem, and what it is worth to a fact that is all about it. */
export interface Alternative {
  readonly stem: number;
  readonly worth: number;
}

/** A word of the query: of its alternatives, a fact earns the best, not the sum. */
export interface Group {
  readonly alternatives: readonly Alternative[];
}

/** What the score of a posting depends on beside its frequency. */
export interface Norms {
  /** The length of the fact in each slot. */
  readonly lengths: Int32Array;
  /** The frequency at which a fact of no length earns half of a word's worth ... */
  readonly base: number;
  /** ... and how much more it takes for each unit of length. */
  readonly perLength: number;
}

/** Of a stem's two lists, the one of the facts that are named by it, and the one of those that only mention it. */
export const namedList = (stem: number): number => stem * 2;
export const mentionedList = (stem: number): number => stem * 2 + 1;

export interface Ranking {
  /** Slots of the best facts, best first; facts of the same score in the order of their ids. */
  readonly slots: readonly number[];
  readonly scores: readonly number[];
}

/** Postings to be added up in one go: all of a group's lists, or, where it has one alternative, one of its two. */
interface Item {
  readonly group: number;
  readonly alternatives: readonly Alternative[];
  readonly tiers: readonly ((stem: number) => number)[];
  /** The most that a fact can earn here. */
  readonly most: number;
}

/**
 * Ranks facts by BM25F (Robertson, Zaragoza and Taylor 2004: field weights go into the frequency, not the score), term at
 * a time into one accumulator a slot. The most valuable postings come first, and when what is left cannot lift another
 * fact into the best (the bound of MaxScore, Turtle and Flood 1995), only facts already met are looked up. The result is
 * the same as without stopping.
 */
export function createRanker(lists: PostingLists) {
  let sums = new Float64Array(64);
  let best = new Float64Array(64);
  let marks = new Int32Array(64);
  let run = 0;
  let touched: number[] = [];

  function fit(slots: number): void {
    if (slots <= sums.length) return;
    sums = new Float64Array(Math.ceil(slots * 1.5));
    best = new Float64Array(sums.length);
    marks = new Int32Array(sums.length);
  }

  function scan(item: Item, norms: Norms, open: boolean): number {
    const pool = lists.pool();
    const { lengths, base, perLength } = norms;
    const single = item.alternatives.length === 1;
    let read = 0;
    run += 1;
    for (const { stem, worth } of item.alternatives) {
      for (const tier of item.tiers) {
        const list = tier(stem);
        const from = lists.startOf(list);
        const to = from + lists.lengthOf(list);
        read += to - from;
        for (let at = from; at < to; at += 1) {
          const posting = pool[at] ?? 0;
          const slot = slotOf(posting);
          const sum = sums[slot] ?? 0;
          if (sum === 0) {
            if (!open) continue;
            touched.push(slot);
          }
          const frequency = frequencyOf(posting);
          const value = (worth * frequency) / (frequency + base + perLength * (lengths[slot] ?? 0));
          if (single) sums[slot] = sum + value;
          else raise(slot, sum, value);
        }
      }
    }
    return read;
  }

  /** Makes the group's part of a fact's sum the greater of what it is and this value. */
  function raise(slot: number, sum: number, value: number): void {
    if (marks[slot] !== run) {
      marks[slot] = run;
      best[slot] = value;
      sums[slot] = sum + value;
    } else if (value > (best[slot] ?? 0)) {
      sums[slot] = sum + (value - (best[slot] ?? 0));
      best[slot] = value;
    }
  }

  /** What `scan` does, for the facts of some slots only. */
  function lookUp(item: Item, norms: Norms, slots: readonly number[]): number {
    const { lengths, base, perLength } = norms;
    const single = item.alternatives.length === 1;
    let read = 0;
    run += 1;
    for (const { stem, worth } of item.alternatives) {
      for (const tier of item.tiers) {
        const list = tier(stem);
        for (const slot of slots) {
          const frequency = lists.find(list, slot);
          read += 1;
          if (frequency === 0) continue;
          const value = (worth * frequency) / (frequency + base + perLength * (lengths[slot] ?? 0));
          const sum = sums[slot] ?? 0;
          if (single) sums[slot] = sum + value;
          else raise(slot, sum, value);
        }
      }
    }
    return read;
  }

  return function rank(
    groups: readonly Group[],
    norms: Norms,
    limit: number,
    precedes: (slot: number, other: number) => boolean,
    work: Work,
  ): Ranking {
    fit(norms.lengths.length);
    touched = [];
    const items = itemsOf(groups, lists, norms);
    let candidates: readonly number[] | undefined;
    for (const [at, item] of items.entries()) {
      if (candidates && candidates.length * LOOKUP_COST < sizeOf(item, lists)) {
        work.postings += lookUp(item, norms, candidates);
      } else work.postings += scan(item, norms, candidates === undefined);
      const rest = restAfter(items, at);
      const slots = candidates ?? touched;
      if (rest === 0 || slots.length <= limit) continue;
      const floor = floorOf(slots, sums, limit);
      if (rest < floor) {
        candidates = slots.filter((slot) => (sums[slot] ?? 0) + rest >= floor - ROUNDING);
      }
    }
    const top = selectTop(candidates ?? touched, sums, limit, precedes);
    const scores = top.map((slot) => sums[slot] ?? 0);
    for (const slot of touched) sums[slot] = 0;
    return { slots: top, scores };
  };
}

/** How many postings can be scanned in the time of one look-up. */
const LOOKUP_COST = 12;
/** Sums are compared with bounds that were added up in another order. */
const ROUNDING = 1e-9;

function itemsOf(groups: readonly Group[], lists: PostingLists, norms: Norms): readonly Item[] {
  const items: (Item & { readonly rank: number })[] = [];
  for (const [group, { alternatives }] of groups.entries()) {
    const worth = Math.max(0, ...alternatives.map((alternative) => alternative.worth));
    if (alternatives.length === 1) {
      const [only] = alternatives;
      const mentioned = worth * mostOf(only?.stem ?? 0, lists, norms);
      items.push(
        { group, alternatives, tiers: [namedList], most: worth, rank: worth },
        { group, alternatives, tiers: [mentionedList], most: mentioned, rank: worth / 2 },
      );
    } else {
      const tiers = [namedList, mentionedList];
      items.push({ group, alternatives, tiers, most: worth, rank: worth });
    }
  }
  // By worth alone, so that sums are added up in an order that does not depend on how the index came to be.
  return items.sort((a, b) => b.rank - a.rank || a.group - b.group);
}

/** The share of its worth that a stem can earn where it is only mentioned. */
function mostOf(stem: number, lists: PostingLists, norms: Norms): number {
  const frequency = lists.mostIn(mentionedList(stem));
  return frequency / (frequency + norms.base + norms.perLength * frequency);
}

function sizeOf(item: Item, lists: PostingLists): number {
  let size = 0;
  for (const { stem } of item.alternatives) {
    for (const tier of item.tiers) size += lists.lengthOf(tier(stem));
  }
  return size / item.alternatives.length / item.tiers.length;
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

/** The score of the last of the best so far, 0 where there are fewer than wanted. */
function floorOf(slots: readonly number[], sums: Float64Array, limit: number): number {
  const heap = new Float64Array(limit);
  for (const slot of slots) {
    const sum = sums[slot] ?? 0;
    if (sum > (heap[0] ?? 0)) sink(heap, sum);
  }
  return heap[0] ?? 0;
}

/** Replaces the least number of a heap. */
function sink(heap: Float64Array, value: number): void {
  let at = 0;
  for (;;) {
    let child = at * 2 + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && (heap[child + 1] ?? 0) < (heap[child] ?? 0)) child += 1;
    if ((heap[child] ?? 0) >= value) break;
    heap[at] = heap[child] ?? 0;
    at = child;
  }
  heap[at] = value;
}

function selectTop(
  slots: readonly number[],
  sums: Float64Array,
  limit: number,
  precedes: (slot: number, other: number) => boolean,
): readonly number[] {
  const floor = slots.length <= limit ? 0 : floorOf(slots, sums, limit);
  return slots
    .filter((slot) => (sums[slot] ?? 0) >= floor)
    .sort((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0) || (precedes(a, b) ? -1 : 1))
    .slice(0, limit);
}
