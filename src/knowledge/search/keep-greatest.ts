/** Puts a value among the greatest, which are in falling order; the least of them makes room. */
export function keepGreatest(greatest: Float64Array, value: number): void {
  let rest = value;
  for (let at = 0; at < greatest.length; at += 1) {
    const here = greatest[at] ?? 0;
    if (rest <= here) continue;
    greatest[at] = rest;
    rest = here;
  }
}

export function sumOf(values: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < values.length; at += 1) sum += values[at] ?? 0;
  return sum;
}
