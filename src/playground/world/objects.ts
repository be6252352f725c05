import {
  type APIInteractionGuildMember,
  type APIRole,
  type APIUser,
  ChannelType,
} from "discord-api-types/v10";
import { timestampOf } from "../state/snowflakes.ts";
import type { Directory, Location } from "./directory.ts";
import type { WorldGuild, WorldPerson, WorldRole } from "./world.ts";

/** Typed as a number: the flags' own types have no name for none. */
export const NO_FLAGS: number = 0;

/** A person or the bot as Discord describes users. */
export function userOf(who: { readonly id: string; readonly name: string }, bot = false): APIUser {
  return {
    id: who.id,
    username: who.name.toLowerCase().replaceAll(" ", "_"),
    discriminator: "0",
    global_name: who.name,
    avatar: null,
    avatar_decoration_data: null,
    banner: null,
    accent_color: null,
    collectibles: null,
    primary_guild: null,
    public_flags: NO_FLAGS,
    flags: NO_FLAGS,
    ...(bot && { bot }),
  };
}

/** A member of the server that the location belongs to, with what they may do in the channel. */
export function memberOf(
  directory: Directory,
  location: Location & { readonly kind: "guild" },
  person: WorldPerson,
): APIInteractionGuildMember {
  const member = location.guild.members.find((candidate) => candidate.person === person.id);
  return {
    user: userOf(person),
    nick: null,
    avatar: null,
    banner: null,
    roles: [...(member?.roles ?? [])],
    joined_at: timestampOf(location.guild.id),
    premium_since: null,
    deaf: false,
    mute: false,
    pending: false,
    communication_disabled_until: null,
    flags: NO_FLAGS,
    permissions: String(directory.permissionsOf(location, person.id)),
  };
}

/** A server's channel as Discord describes it to somebody who uses a bot there. */
export function guildChannelOf(
  directory: Directory,
  location: Location & { readonly kind: "guild" },
  person?: string,
) {
  return {
    id: location.id,
    type: ChannelType.GuildText as const,
    name: location.name,
    guild_id: location.guild.id,
    position: 0,
    parent_id: null,
    topic: null,
    nsfw: false,
    flags: 0,
    last_message_id: null,
    rate_limit_per_user: 0,
    permissions: String(person ? directory.permissionsOf(location, person) : 0n),
  };
}

/** A channel of any kind as Discord describes it. */
export function channelOf(directory: Directory, location: Location, person?: string) {
  switch (location.kind) {
    case "guild":
      return guildChannelOf(directory, location, person);
    case "bot-dm":
      return {
        id: location.id,
        type: ChannelType.DM as const,
        flags: 0,
        last_message_id: null,
        recipients: [userOf(location.person)],
      };
    case "private-channel":
      return {
        id: location.id,
        type: ChannelType.GroupDM as const,
        name: location.name,
        flags: 0,
        last_message_id: null,
        recipients: directory.world.people
          .filter(({ id }) => location.people.includes(id))
          .map((recipient) => userOf(recipient)),
      };
  }
}

export function roleOf(role: WorldRole, position: number): APIRole {
  return {
    id: role.id,
    name: role.name,
    permissions: String(role.permissions),
    position,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: false,
    mentionable: false,
    flags: NO_FLAGS,
  };
}

/** All roles of a server; the one of everybody has the server's id. */
export function rolesOf(guild: WorldGuild): APIRole[] {
  const everyone = { id: guild.id, name: "@everyone", permissions: guild.everyone };
  return [everyone, ...guild.roles].map(roleOf);
}
