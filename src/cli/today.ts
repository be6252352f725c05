/** Today, as facts write it. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
