/** A copy without null, `false` and empty lists at any depth, as Discord gives back options of commands. */
export function withoutEmpty<Value extends object>(value: Value): Value {
  const json = JSON.stringify(value, (key, part) =>
    key !== "" && isEmpty(part) ? undefined : part,
  );
  return JSON.parse(json);
}

function isEmpty(value: unknown): boolean {
  return value === null || value === false || (Array.isArray(value) && value.length === 0);
}
