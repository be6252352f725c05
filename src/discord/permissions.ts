import type { Caller } from "./command.ts";

/** Whether somebody may change facts. Asked on every way in, each time: a button can be replayed, or pressed late. */
export type Authorize = (caller: Pick<Caller, "guildId" | "can" | "roleIds">) => boolean;

interface Options {
  /** The curating servers. */
  readonly guildIds: readonly string[];
  /** Roles that make a curator there, besides Manage Server. */
  readonly roleIds: readonly string[];
}

/**
 * Curators are the members of a curating server who have Manage Server or Administrator, by Discord's own computation,
 * or one of the roles. Manage Messages, which can be granted in a single channel, never makes one.
 */
export function createAuthorize({ guildIds, roleIds }: Options): Authorize {
  return (caller) =>
    caller.guildId !== undefined &&
    guildIds.includes(caller.guildId) &&
    (caller.can("ManageGuild") ||
      caller.can("Administrator") ||
      caller.roleIds.some((role) => roleIds.includes(role)));
}
