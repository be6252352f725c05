import type { APIAllowedMentions } from "discord-api-types/v10";

/** Whom a text notifies. */
export interface Pings {
  readonly users: readonly string[];
  readonly roles: readonly string[];
  /** `everyone`, `here`. */
  readonly wide: readonly string[];
}

export const NO_PINGS: Pings = { users: [], roles: [], wide: [] };

/**
 * Whom a text notifies, by what is allowed; without `allowed_mentions` everybody whom it names. Whether the bot has the
 * permission to mention everyone is left out on purpose: elsewhere it may have it.
 * @see https://discord.com/developers/docs/resources/message#allowed-mentions-object
 */
export function pingsIn(text: string, allowed: APIAllowedMentions | null | undefined): Pings {
  const plain = withoutCode(text);
  const isParsed = (kind: string) => !allowed || (allowed.parse ?? []).some((one) => one === kind);
  const named = (kind: "users" | "roles", ids: readonly string[]) =>
    isParsed(kind) ? ids : ids.filter((id) => allowed?.[kind]?.includes(id));
  return {
    users: named("users", idsIn(plain, /<@!?(\d+)>/g)),
    roles: named("roles", idsIn(plain, /<@&(\d+)>/g)),
    wide: isParsed("everyone") ? idsIn(plain, /@(everyone|here)\b/g) : [],
  };
}

function idsIn(text: string, pattern: RegExp): readonly string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, id = ""]) => id))];
}

/** Mentions in code are shown as they are written, and notify nobody. */
function withoutCode(text: string): string {
  return text.replace(/```[\s\S]*?```|``[^`]*``|`[^`\n]*`/g, " ");
}
