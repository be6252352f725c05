/** How the next interactions reach the bot. */
export interface DeliveryFaults {
  /** The next `count` interactions are sent twice. */
  twice(count: number): void;
  /** The next `count` interactions are sent this late, while their deadline runs. */
  late(ms: number, count: number): void;
  /** Used up by asking. */
  next(): { readonly lateMs: number; readonly times: number };
}

export function createDeliveryFaults(): DeliveryFaults {
  let doubled = 0;
  let delayed = { ms: 0, count: 0 };
  return {
    twice(count) {
      doubled = count;
    },
    late(ms, count) {
      delayed = { ms, count };
    },
    next() {
      const times = doubled > 0 ? 2 : 1;
      const lateMs = delayed.count > 0 ? delayed.ms : 0;
      doubled = Math.max(0, doubled - 1);
      delayed = { ...delayed, count: Math.max(0, delayed.count - 1) };
      return { lateMs, times };
    },
  };
}
