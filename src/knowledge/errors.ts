/** Something that is wrong with a piece of data, and where. */
export interface Problem {
  /** The file or input that it stands in, such as `facts/history.json`. */
  readonly where: string;
  /** The fact (or release, or topic) concerned, when it has a readable id. */
  readonly id?: string;
  /** Path of the field, such as `sources.0.url`; empty for the whole. */
  readonly field: string;
  readonly message: string;
}

/** One line for people: `facts/history.json: rust-merged: title: …`. */
export function describeProblem(problem: Problem): string {
  return [problem.where, problem.id, problem.field, problem.message].filter(Boolean).join(": ");
}

export type KnowledgeErrorCode =
  | "invalid"
  | "unknown-fact"
  | "unknown-topic"
  | "unknown-release"
  | "conflict"
  | "not-allowed"
  | "too-many"
  | "expired"
  | "storage-failed"
  | "storage-damaged"
  | "storage-locked";

/**
 * A refusal: an expected "no" with a stable code, its data, and a sentence that is fit for the user.
 * Anything else that is thrown is a bug.
 */
export class KnowledgeError extends Error {
  override readonly name = "KnowledgeError";
  readonly code: KnowledgeErrorCode;
  /** Every single problem, where the refusal has several. */
  readonly problems: readonly Problem[];

  constructor(
    code: KnowledgeErrorCode,
    sentence: string,
    details: { readonly problems?: readonly Problem[]; readonly cause?: unknown } = {},
  ) {
    super(sentence, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.problems = details.problems ?? [];
  }
}
