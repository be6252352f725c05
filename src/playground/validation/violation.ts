/** One thing that is wrong with a payload, where, and in Discord's words for it. */
export interface Violation {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
}

export function violation(
  path: readonly (string | number)[],
  code: string,
  message: string,
): Violation {
  return { path, code, message };
}

/** One line for people: where, and what. */
export function describeViolation({ path, code, message }: Violation): string {
  const where = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${part}`)).join("");
  return `${where.replace(/^\./, "") || "body"}: ${message} (${code})`;
}

interface ErrorNode {
  _errors?: { code: string; message: string }[];
  [key: string]: ErrorNode | { code: string; message: string }[] | undefined;
}

/** @see https://discord.com/developers/docs/reference#error-messages */
export function errorTree(violations: readonly Violation[]): ErrorNode {
  const root: ErrorNode = {};
  for (const { path, code, message } of violations) {
    let node = root;
    for (const part of path) {
      const next = node[part];
      const child: ErrorNode = next === undefined || Array.isArray(next) ? {} : next;
      node[part] = child;
      node = child;
    }
    node._errors = [...(node._errors ?? []), { code, message }];
  }
  return root;
}
