/** @see https://discord.com/developers/docs/reference#snowflakes */
const DISCORD_EPOCH_MS = 1_420_070_400_000n;
const TIMESTAMP_SHIFT = 22n;
const PER_MILLISECOND = 1n << TIMESTAMP_SHIFT;

/** Gives a new snowflake at each call: later ones are greater, and all of them tell when they were made. */
export type NewSnowflake = () => string;

export function createSnowflakes(now: () => number): NewSnowflake {
  let last = 0n;
  return () => {
    const fresh = (BigInt(now()) - DISCORD_EPOCH_MS) * PER_MILLISECOND;
    last = fresh > last ? fresh : last + 1n;
    return String(last);
  };
}

/** When a snowflake was made, as an ISO 8601 date. */
export function timestampOf(snowflake: string): string {
  return new Date(Number((BigInt(snowflake) >> TIMESTAMP_SHIFT) + DISCORD_EPOCH_MS)).toISOString();
}
