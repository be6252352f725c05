import { PermissionFlagsBits } from "discord-api-types/v10";
import type { WorldChannel, WorldGuild } from "./world.ts";

/** All permission bits that Discord knows of. */
export const ALL_PERMISSIONS = Object.values(PermissionFlagsBits).reduce(
  (all, bit) => all | bit,
  0n,
);

/**
 * What somebody with these roles may do in a channel: those of everybody and of the roles, then the channel's overwrites
 * for everybody, for the roles together, and for the member.
 * @see https://discord.com/developers/docs/topics/permissions#permission-overwrites
 */
export function permissionsIn(
  guild: WorldGuild,
  channel: WorldChannel | undefined,
  who: { readonly id: string; readonly roles: readonly string[] },
): bigint {
  const base = guild.roles
    .filter(({ id }) => who.roles.includes(id))
    .reduce((sum, { permissions }) => sum | permissions, guild.everyone);
  if ((base & PermissionFlagsBits.Administrator) !== 0n) return ALL_PERMISSIONS;
  return [[guild.id], who.roles, [who.id]].reduce(
    (permissions, ids) => withOverwrites(permissions, channel, ids),
    base,
  );
}

function withOverwrites(
  permissions: bigint,
  channel: WorldChannel | undefined,
  ids: readonly string[],
): bigint {
  const overwrites = (channel?.overwrites ?? []).filter((overwrite) => ids.includes(overwrite.for));
  const denied = overwrites.reduce((bits, { deny = 0n }) => bits | deny, 0n);
  const allowed = overwrites.reduce((bits, { allow = 0n }) => bits | allow, 0n);
  return (permissions & ~denied) | allowed;
}
