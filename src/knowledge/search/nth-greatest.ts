/**
 * The value at this place of the greatest, counted from 1; 0 where there are fewer or it is less. Of all values, or of
 * those in some slots.
 * Takes arrays rather than a function, whose results would each be put into memory of their own.
 */
export function nthGreatest(
  place: number,
  values: Float32Array | Int32Array,
  slots?: Int32Array,
): number {
  const count = slots ? slots.length : values.length;
  if (count < place) return 0;
  const heap = new Float64Array(place);
  for (let at = 0; at < count; at += 1) {
    const value = values[slots ? (slots[at] ?? 0) : at] ?? 0;
    if (value > (heap[0] ?? 0)) sink(heap, value);
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
