const IDS_KEPT = 1_000;

/** Remembers the last ids, however many come: says of each whether it is new. */
export function createRecentIds(): (id: string) => boolean {
  const ids = new Set<string>();
  return (id) => {
    if (ids.has(id)) return false;
    ids.add(id);
    const [oldest] = ids;
    if (ids.size > IDS_KEPT && oldest !== undefined) ids.delete(oldest);
    return true;
  };
}
