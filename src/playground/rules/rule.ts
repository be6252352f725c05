import type { Violation } from "../validation/violation.ts";

/** Something that Discord asks of a payload and its OpenAPI description does not say. */
export interface Rule<Subject> {
  /** The promise, as a sentence. */
  readonly name: string;
  /** Where Discord says so, or how it was seen. */
  readonly source: string;
  check(subject: Subject): readonly Violation[];
}

/** Everything that is wrong by these rules. */
export function checkRules<Subject>(
  rules: readonly Rule<Subject>[],
  subject: Subject,
): readonly Violation[] {
  return rules.flatMap((rule) => rule.check(subject));
}
