import { DiscordError } from "./discord-error.ts";
import type { HttpFault } from "./http-faults.ts";

/** What a planned failure answers. */
export function unavailable(status: number): DiscordError {
  return new DiscordError(status, 0, `${status}: Service Unavailable`);
}

/** @see https://discord.com/developers/docs/topics/rate-limits#exceeding-a-rate-limit */
export function rateLimited({
  retryAfterSeconds,
  global,
}: HttpFault & { kind: "rate limit" }): DiscordError {
  const seconds = String(retryAfterSeconds);
  return new DiscordError(429, 0, "You are being rate limited.", {
    headers: {
      "retry-after": seconds,
      "x-ratelimit-scope": global ? "global" : "user",
      "x-ratelimit-remaining": "0",
      "x-ratelimit-reset-after": seconds,
      ...(global && { "x-ratelimit-global": "true" }),
    },
  });
}

/** What a 429 says in its body. */
export function rateLimitBody({ message, headers }: DiscordError) {
  return {
    message,
    retry_after: Number(headers["retry-after"]),
    global: headers["x-ratelimit-global"] === "true",
  };
}

/** What every answer says of the limits; nothing is counted, limits are planned by tests. */
export const LIMIT_HEADERS = {
  "x-ratelimit-limit": "50",
  "x-ratelimit-remaining": "49",
  "x-ratelimit-reset-after": "1",
};

/** Requests of one kind share a limit. @see https://discord.com/developers/docs/topics/rate-limits#header-format */
export function bucketOf(method: string, path: string): string {
  return Buffer.from(
    `${method} ${path.replace(/\d{17,}\/[^/]+/g, ":id").replace(/\d{17,}/g, ":id")}`,
  ).toString("hex");
}
