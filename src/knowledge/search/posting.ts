/**
 * A posting says in 32 bits which fact a term stands in and what that is worth: 21 bits for the fact's slot, 5 for how
 * often, 6 for how long the fact is. With frequency and length coarsened so, what a posting is worth is one look into a
 * table of 2,048 numbers, and reading a list needs nothing of the facts in it.
 */
export const SLOT_MAX = 2 ** 21 - 1;
const CODE_BITS = 11;
const LENGTH_BITS = 6;
const LENGTH_CODES = 1 << LENGTH_BITS;
const CODES = 1 << CODE_BITS;
const FREQUENCY_CODES = CODES / LENGTH_CODES;

/** Frequencies up to here are kept as they are; above, each code is an eighth more than the one before. */
const FREQUENCY_EXACT = 16;
const FREQUENCY_STEP = 1.25;
/** Lengths grow by this factor from code to code: from 8 to about 29,000 in 64. */
const LENGTH_LEAST = 8;
const LENGTH_STEP = 1.14;

const FREQUENCIES = Float64Array.from({ length: FREQUENCY_CODES }, (_, code) =>
  code <= FREQUENCY_EXACT ? code : FREQUENCY_EXACT * FREQUENCY_STEP ** (code - FREQUENCY_EXACT),
);
const LENGTHS = Float64Array.from(
  { length: LENGTH_CODES },
  (_, code) => LENGTH_LEAST * LENGTH_STEP ** code,
);

/** How a frequency saturates: at `base`, and `perLength` more for each unit of the fact's length, it earns half. */
export interface Saturation {
  readonly base: number;
  readonly perLength: number;
}

/** The lower bits of a posting. The greater the frequency and the shorter the fact, the greater the code's worth. */
export function codeOf(frequency: number, length: number): number {
  return (nearest(FREQUENCIES, frequency) << LENGTH_BITS) | nearest(LENGTHS, length);
}

export function postingOf(slot: number, code: number): number {
  return (slot << CODE_BITS) | code;
}

export const slotOf = (posting: number): number => posting >>> CODE_BITS;
export const codeIn = (posting: number): number => posting & (CODES - 1);

/** A code worth as much as either or more: the greater frequency of the two, the shorter length. */
export function bestOf(code: number, other: number): number {
  const frequency = Math.max(code >>> LENGTH_BITS, other >>> LENGTH_BITS);
  const length = Math.min(code & (LENGTH_CODES - 1), other & (LENGTH_CODES - 1));
  return (frequency << LENGTH_BITS) | length;
}

/** By code, the share of a term's worth that a posting earns: 0 to 1. */
export function earnings({ base, perLength }: Saturation): Float32Array {
  return Float32Array.from({ length: CODES }, (_, code) => {
    const frequency = FREQUENCIES[code >>> LENGTH_BITS] ?? 0;
    const length = LENGTHS[code & (LENGTH_CODES - 1)] ?? 0;
    return frequency / (frequency + base + perLength * length);
  });
}

/** The place of the greatest of the steps that is not above the value. */
function nearest(steps: Float64Array, value: number): number {
  let low = 0;
  let high = steps.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((steps[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
