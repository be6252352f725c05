/** The array itself where it is long enough, else a longer copy: half as long again, so that growing costs little. */
export function grownTo(array: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  if (length <= array.length) return array;
  const longer = new Int32Array(Math.max(length, Math.ceil(array.length * 1.5), 16));
  longer.set(array);
  return longer;
}
