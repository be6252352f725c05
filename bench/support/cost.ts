const MEBIBYTE = 2 ** 20;

/** What doing something took: wall clock, processor time of all threads, and memory that stays. */
export interface Cost<Result> {
  readonly result: Result;
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** Heap and array buffers after collection, beyond what was there before. */
  readonly mebibytes: number;
}

/** Needs `node --expose-gc` to tell memory; without it that is NaN. */
export async function costOf<Result>(act: () => Result | Promise<Result>): Promise<Cost<Result>> {
  const before = memory();
  const cpu = process.cpuUsage();
  const start = performance.now();
  const result = await act();
  const seconds = (performance.now() - start) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  return {
    result,
    seconds,
    cpuSeconds: (user + system) / 1e6,
    mebibytes: (memory() - before) / MEBIBYTE,
  };
}

function memory(): number {
  if (!globalThis.gc) return Number.NaN;
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
