import { describeViolation, errorTree, type Violation } from "../validation/violation.ts";

/** A refusal as Discord words it: HTTP status, JSON error code and message. */
export class DiscordError extends Error {
  override readonly name = "DiscordError";
  readonly status: number;
  readonly code: number;
  readonly violations: readonly Violation[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: number,
    message: string,
    more: { violations?: readonly Violation[]; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.violations = more.violations ?? [];
    this.headers = more.headers ?? {};
  }
}

/** The body of the answer. */
export function errorBody(error: DiscordError) {
  const { code, message, violations } = error;
  return { message, code, ...(violations.length > 0 && { errors: errorTree(violations) }) };
}

/** Refuses a body that breaks any rule; does nothing when there are no violations. */
export function refuseInvalid(violations: readonly Violation[]): void {
  if (violations.length === 0) return;
  if (violations.every(({ code }) => code === EMPTY_MESSAGE)) {
    throw new DiscordError(400, 50006, "Cannot send an empty message", { violations });
  }
  throw new DiscordError(400, 50035, "Invalid Form Body", { violations });
}

/** The code of the rule that Discord answers with an error of its own. */
export const EMPTY_MESSAGE = "EMPTY_MESSAGE";

/** Refusals that several requests share. @see https://discord.com/developers/docs/topics/opcodes-and-status-codes#json */
export const refusals = {
  notFound: () => new DiscordError(404, 0, "404: Not Found"),
  unauthorized: () => new DiscordError(401, 0, "401: Unauthorized"),
  missingAccess: () => new DiscordError(403, 50001, "Missing Access"),
  missingPermissions: () => new DiscordError(403, 50013, "Missing Permissions"),
  unknown: (what: keyof typeof UNKNOWN) => new DiscordError(404, UNKNOWN[what], `Unknown ${what}`),
  alreadyAcknowledged: () =>
    new DiscordError(400, 40060, "Interaction has already been acknowledged."),
  tooManyFollowUps: () =>
    new DiscordError(
      400,
      40094,
      "This interaction has hit the maximum number of follow up messages",
    ),
  invalidWebhookToken: () => new DiscordError(401, 50027, "Invalid Webhook Token"),
  tooLarge: () => new DiscordError(413, 40005, "Request entity too large"),
  cannotDm: () => new DiscordError(403, 50007, "Cannot send messages to this user"),
  notTheAuthor: () =>
    new DiscordError(403, 50005, "Cannot edit a message authored by another user"),
};

const UNKNOWN = {
  Channel: 10003,
  Guild: 10004,
  Message: 10008,
  User: 10013,
  Webhook: 10015,
  interaction: 10062,
  "application command": 10063,
} as const;

/** For lists of all violations. */
export function describeRefusal(error: DiscordError): readonly string[] {
  return error.violations.map(describeViolation);
}
