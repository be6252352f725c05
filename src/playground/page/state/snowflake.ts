/** @see https://discord.com/developers/docs/reference#snowflakes */
const DISCORD_EPOCH_MS = 1_420_070_400_000;
const TIMESTAMP_SHIFT = 22n;

/** When an id was made, in Unix milliseconds; 0 when it is no snowflake. */
export function timeOf(id: string): number {
  return /^\d+$/.test(id) ? Number(BigInt(id) >> TIMESTAMP_SHIFT) + DISCORD_EPOCH_MS : 0;
}

/** Oldest first. */
export function bySnowflake(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
