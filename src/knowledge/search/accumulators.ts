import { nthGreatest } from "./nth-greatest.ts";
import { codeIn, slotOf } from "./posting.ts";
import type { PostingLists } from "./posting-lists.ts";

/**
 * Adds up what postings give to facts, one accumulator a slot. A fact's part of a group of alternatives is the best
 * single posting in it, not the sum.
 */
export interface Accumulators {
  /** Makes room for so many slots. */
  fit(slots: number): void;
  /** Begins a group whose lists are compared with each other. */
  beginGroup(): void;
  /** Adds a whole list; where `open` is false, to facts only that have something already. */
  scan(list: number, worth: number, earnings: Float32Array, open: boolean): void;
  /** The same for a list that is not the only one of its group. */
  scanAlternative(list: number, worth: number, earnings: Float32Array, open: boolean): void;
  /** Adds a list to the facts that are still looked at, one look-up each. */
  lookUp(list: number, worth: number, earnings: Float32Array): void;
  /** How many facts are still looked at. */
  readonly count: number;
  /** The greatest sum so far. */
  readonly peak: number;
  /** A sum that at least so many facts have, as great as a look at some of them tells; 0 where they are fewer. */
  floorOf(places: number): number;
  /** From now on looks only at facts with this sum or more, and at no others that may come. */
  narrow(least: number): void;
  /** The slots of the best sums, in no promised order; of equal ones those with the greater number in `order`. */
  best(places: number, order: Int32Array): readonly number[];
  sumOf(slot: number): number;
  /** Makes all sums 0. */
  clear(): void;
}

/** How many facts are looked at for a floor: those met first, which are the likeliest to be the best. */
const FLOOR_SAMPLE = 4_096;

export function createAccumulators(lists: PostingLists): Accumulators {
  let sums = new Float32Array(64);
  let best = new Float32Array(64);
  let marks = new Int32Array(64);
  /** Slots with a sum: first those still looked at, then those that are not. */
  let met = new Int32Array(64);
  let metCount = 0;
  let count = 0;
  let peak = 0;
  let group = 0;

  /** Adds a value of the group to a fact, less what the group gave before. */
  function raise(slot: number, sum: number, value: number): void {
    const before = marks[slot] === group ? (best[slot] ?? 0) : 0;
    if (value <= before) return;
    marks[slot] = group;
    best[slot] = value;
    const total = sum + (value - before);
    sums[slot] = total;
    if (total > peak) peak = total;
  }

  function narrow(least: number, strictly = false): void {
    let kept = 0;
    for (let at = 0; at < count; at += 1) {
      const slot = met[at] ?? 0;
      const sum = sums[slot] ?? 0;
      if (strictly ? sum <= least : sum < least) continue;
      met[at] = met[kept] ?? 0;
      met[kept] = slot;
      kept += 1;
    }
    count = kept;
  }

  return {
    fit(slots) {
      if (slots <= sums.length) return;
      const length = Math.ceil(slots * 1.5);
      sums = new Float32Array(length);
      best = new Float32Array(length);
      marks = new Int32Array(length);
      met = new Int32Array(length);
    },
    beginGroup() {
      group = (group + 1) & 0x3fffffff;
      if (group > 0) return;
      group = 1;
      marks.fill(0);
    },
    scan(list, worth, earnings, open) {
      const pool = lists.pool();
      const from = lists.startOf(list);
      const to = from + lists.lengthOf(list);
      let last = metCount;
      let top = peak;
      for (let at = from; at < to; at += 1) {
        const posting = pool[at] ?? 0;
        const slot = slotOf(posting);
        const sum = sums[slot] ?? 0;
        if (sum === 0) {
          if (!open) continue;
          met[last] = slot;
          last += 1;
        }
        const total = sum + worth * (earnings[codeIn(posting)] ?? 0);
        sums[slot] = total;
        if (total > top) top = total;
      }
      peak = top;
      metCount = last;
      if (open) count = last;
    },
    scanAlternative(list, worth, earnings, open) {
      const pool = lists.pool();
      const from = lists.startOf(list);
      const to = from + lists.lengthOf(list);
      for (let at = from; at < to; at += 1) {
        const posting = pool[at] ?? 0;
        const slot = slotOf(posting);
        const sum = sums[slot] ?? 0;
        if (sum === 0) {
          if (!open) continue;
          met[metCount] = slot;
          metCount += 1;
        }
        raise(slot, sum, worth * (earnings[codeIn(posting)] ?? 0));
      }
      if (open) count = metCount;
    },
    lookUp(list, worth, earnings) {
      for (let at = 0; at < count; at += 1) {
        const slot = met[at] ?? 0;
        const code = lists.find(list, slot);
        if (code > 0) raise(slot, sums[slot] ?? 0, worth * (earnings[code] ?? 0));
      }
    },
    get count() {
      return count;
    },
    get peak() {
      return peak;
    },
    floorOf(places) {
      return nthGreatest(places, sums, met.subarray(0, Math.min(count, FLOOR_SAMPLE)));
    },
    narrow,
    best(places, order) {
      const floor = nthGreatest(places, sums, met.subarray(0, count));
      narrow(floor);
      const whole = count;
      if (whole <= places) return Array.from(met.subarray(0, whole));
      // Those equal to the floor may be as many as there are facts: they stay where they are.
      narrow(floor, true);
      const above = Array.from(met.subarray(0, count));
      const equals = met.subarray(count, whole);
      const least = nthGreatest(places - above.length, order, equals);
      for (const slot of equals) if ((order[slot] ?? 0) >= least) above.push(slot);
      return above;
    },
    sumOf: (slot) => sums[slot] ?? 0,
    clear() {
      if (metCount > sums.length >> 4) sums.fill(0);
      else for (let at = 0; at < metCount; at += 1) sums[met[at] ?? 0] = 0;
      metCount = 0;
      count = 0;
      peak = 0;
    },
  };
}
