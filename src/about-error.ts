/** A chain that is longer goes round in a circle. */
const CAUSES_MAX = 5;
const FIELDS = ["code", "status", "method"] as const;

/**
 * What the log tells of an error: what went wrong and where, with its causes. Whatever else an error carries stays out:
 * those of requests hold what people typed, and an address with the token of their interaction.
 */
export function aboutError(error: unknown, depth = 0): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  const further = error instanceof AggregateError ? error.errors : [];
  return {
    name,
    message,
    stack,
    ...Object.fromEntries(FIELDS.flatMap((field) => plainEntry(field, Reflect.get(error, field)))),
    ...(cause === undefined || depth === CAUSES_MAX ? {} : { cause: aboutError(cause, depth + 1) }),
    ...(further.length === 0 || depth === CAUSES_MAX
      ? {}
      : { errors: further.map((one: unknown) => aboutError(one, depth + 1)) }),
  };
}

function plainEntry(field: string, value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === "string" || typeof value === "number" ? [[field, value]] : [];
}
