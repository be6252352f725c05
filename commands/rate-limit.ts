/** How many in how long. */
export interface Allowance {
  readonly max: number;
  readonly withinMs: number;
}

/** Whether somebody may do something once more now; if so, it counts as done. */
export type TakeTurn = (userId: string) => boolean;

const USERS_KEPT = 10_000;

/** Keeps people to every one of the allowances. Remembers in memory alone, and no longer than it must. */
export function createRateLimit(allowances: readonly Allowance[], now: () => number): TakeTurn {
  const longestMs = Math.max(...allowances.map(({ withinMs }) => withinMs));
  // Who took a turn last stands last.
  const turns = new Map<string, readonly number[]>();

  return (userId) => {
    const at = now();
    const taken = (turns.get(userId) ?? []).filter((turn) => at - turn < longestMs);
    const isFree = ({ max, withinMs }: Allowance) =>
      taken.filter((turn) => at - turn < withinMs).length < max;
    if (!allowances.every(isFree)) return false;
    turns.delete(userId);
    turns.set(userId, [...taken, at]);
    const [oldest] = turns.keys();
    if (turns.size > USERS_KEPT && oldest !== undefined) turns.delete(oldest);
    return true;
  };
}
