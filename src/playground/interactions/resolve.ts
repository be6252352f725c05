import type { APIInteractionDataResolved } from "discord-api-types/v10";
import type { StandIn } from "../rest/stand-in.ts";
import { guildChannelOf, memberOf, rolesOf, userOf } from "../world/objects.ts";
import { RefusedAct } from "./refused-act.ts";
import type { Scene } from "./surroundings.ts";

/** Describes what options and menus name by id. */
export interface Resolver {
  user(id: string): void;
  role(id: string): void;
  channel(id: string): void;
  mentionable(id: string): void;
  attachment(file: { readonly name: string; readonly base64: string } | undefined): string;
  /** All that was named so far; `undefined` when it is nothing. */
  resolved(): APIInteractionDataResolved | undefined;
}

export function createResolver(standIn: StandIn, scene: Scene): Resolver {
  const { directory } = standIn;
  const { location } = scene;
  const found: Required<APIInteractionDataResolved> = {
    users: {},
    members: {},
    roles: {},
    channels: {},
    attachments: {},
  };

  function addUser(id: string): boolean {
    const isBot = id === directory.world.bot.id;
    const person = directory.findPerson(id);
    if (isBot) found.users[id] = userOf(directory.world.bot, true);
    if (!person) return isBot;
    found.users[id] = userOf(person);
    const inGuild = location.kind === "guild" ? location : undefined;
    if (inGuild?.guild.members.some((member) => member.person === id)) {
      const {
        user: _user,
        deaf: _deaf,
        mute: _mute,
        ...member
      } = memberOf(directory, inGuild, person);
      found.members[id] = member;
    }
    return true;
  }

  function addRole(id: string): boolean {
    const roles = location.kind === "guild" ? rolesOf(location.guild) : [];
    const role = roles.find((candidate) => candidate.id === id);
    if (role) found.roles[id] = role;
    return role !== undefined;
  }

  function addChannel(id: string): boolean {
    const channel = directory.findLocation(id);
    if (channel?.kind !== "guild" || location.kind !== "guild") return false;
    if (channel.guild !== location.guild) return false;
    found.channels[id] = guildChannelOf(directory, channel, scene.person.id);
    return true;
  }

  function must(isThere: boolean, what: string, id: string): void {
    if (!isThere) throw new RefusedAct(`There is no ${what} with the id ${id} here.`);
  }

  return {
    user: (id) => must(addUser(id), "user", id),
    role: (id) => must(addRole(id), "role", id),
    channel: (id) => must(addChannel(id), "channel", id),
    mentionable: (id) => must(addUser(id) || addRole(id), "user or role", id),
    attachment(file) {
      if (!file) throw new RefusedAct("A file is missing.");
      const bytes = Buffer.from(file.base64, "base64");
      const attachment = standIn.attachments.add(location.id, { name: file.name, bytes });
      found.attachments[attachment.id] = attachment;
      return attachment.id;
    },
    resolved() {
      const used = Object.entries(found).filter(([, items]) => Object.keys(items).length > 0);
      return used.length > 0 ? Object.fromEntries(used) : undefined;
    },
  };
}
