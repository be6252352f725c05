/** A copy without null, `false` and empty lists at any depth, as Discord gives back options of commands. */
export function withoutEmpty<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(withoutEmpty) as Value;
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, part]) => !isEmpty(part));
  return Object.fromEntries(entries.map(([key, part]) => [key, withoutEmpty(part)])) as Value;
}

function isEmpty(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    value === false ||
    (Array.isArray(value) && value.length === 0)
  );
}
