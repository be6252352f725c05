import { grownTo } from "./growable.ts";
import { bestOf, codeIn, postingOf, slotOf } from "./posting.ts";

/** Of a stem's two lists, the one of the facts that are named by it, and the one of those that only mention it. */
export const namedList = (stem: number): number => stem * 2;
export const mentionedList = (stem: number): number => stem * 2 + 1;

/**
 * Lists of postings, each ordered by slot, all in one pool of integers: a list is a block whose capacity is a power of
 * two, doubled when it is full; blocks that are left go to the next list that needs their size. So 100,000 lists cost
 * three numbers each and their postings four bytes each, and taking a posting out leaves nothing behind.
 */
export interface PostingLists {
  /** Holds all lists; to be read again after any `put`, which may move it. */
  pool(): Int32Array;
  /** Where in the pool a list begins. */
  startOf(list: number): number;
  lengthOf(list: number): number;
  /** A code that no posting of the list is worth more than; it may be more than any that is left. */
  bestIn(list: number): number;
  /** Puts in the posting of a slot that the list does not have. */
  put(list: number, slot: number, code: number): void;
  /** Takes out the posting of a slot, if it is there. */
  take(list: number, slot: number): void;
  /** The code at a slot, 0 where it is not in the list. */
  find(list: number, slot: number): number;
}

export function createPostingLists(): PostingLists {
  let pool = new Int32Array(1024);
  let used = 0;
  let starts = new Int32Array(64);
  let lengths = new Int32Array(64);
  let capacities = new Int32Array(64);
  let best = new Int32Array(64);
  /** By the power of two: where the first free block is, plus 1; each block's first number leads to the next. */
  const free = new Int32Array(32);

  function allocate(capacity: number): number {
    const power = 31 - Math.clz32(capacity);
    const head = free[power] ?? 0;
    if (head > 0) {
      free[power] = pool[head - 1] ?? 0;
      return head - 1;
    }
    pool = grownTo(pool, used + capacity);
    used += capacity;
    return used - capacity;
  }

  function release(start: number, capacity: number): void {
    const power = 31 - Math.clz32(capacity);
    pool[start] = free[power] ?? 0;
    free[power] = start + 1;
  }

  function resize(list: number, capacity: number): void {
    const before = capacities[list] ?? 0;
    const from = starts[list] ?? 0;
    if (capacity > 0) {
      const to = allocate(capacity);
      pool.copyWithin(to, from, from + (lengths[list] ?? 0));
      starts[list] = to;
    }
    if (before > 0) release(from, before);
    capacities[list] = capacity;
  }

  /** Where in the pool the slot's posting is, or would be. */
  function placeOf(list: number, slot: number): number {
    let low = starts[list] ?? 0;
    let high = low + (lengths[list] ?? 0);
    const least = postingOf(slot, 0);
    // Facts put in one after another go to the end.
    if (high > low && (pool[high - 1] ?? 0) < least) return high;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((pool[middle] ?? 0) < least) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    pool: () => pool,
    startOf: (list) => starts[list] ?? 0,
    lengthOf: (list) => lengths[list] ?? 0,
    bestIn: (list) => best[list] ?? 0,
    put(list, slot, code) {
      starts = grownTo(starts, list + 1);
      lengths = grownTo(lengths, list + 1);
      capacities = grownTo(capacities, list + 1);
      best = grownTo(best, list + 1);
      const length = lengths[list] ?? 0;
      const capacity = capacities[list] ?? 0;
      if (length === capacity) resize(list, Math.max(1, capacity * 2));
      const place = placeOf(list, slot);
      const end = (starts[list] ?? 0) + length;
      if (place < end) pool.copyWithin(place + 1, place, end);
      pool[place] = postingOf(slot, code);
      lengths[list] = length + 1;
      best[list] = length === 0 ? code : bestOf(best[list] ?? 0, code);
    },
    take(list, slot) {
      const place = placeOf(list, slot);
      const length = lengths[list] ?? 0;
      const end = (starts[list] ?? 0) + length;
      if (place >= end || slotOf(pool[place] ?? 0) !== slot) return;
      pool.copyWithin(place, place + 1, end);
      lengths[list] = length - 1;
      const capacity = capacities[list] ?? 0;
      if (length - 1 <= capacity >> 2) resize(list, length === 1 ? 0 : capacity >> 1);
    },
    find(list, slot) {
      const place = placeOf(list, slot);
      if (place >= (starts[list] ?? 0) + (lengths[list] ?? 0)) return 0;
      const posting = pool[place] ?? 0;
      return slotOf(posting) === slot ? codeIn(posting) : 0;
    },
  };
}
