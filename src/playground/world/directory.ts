import { PermissionFlagsBits } from "discord-api-types/v10";
import type { Person, Place } from "../protocol.ts";
import { avatarOf } from "./avatar.ts";
import { permissionsIn } from "./permissions.ts";
import type { World, WorldChannel, WorldGuild, WorldPerson } from "./world.ts";

/** A channel of any kind, with what it belongs to. */
export type Location =
  | {
      readonly kind: "guild";
      readonly id: string;
      readonly name: string;
      readonly guild: WorldGuild;
      readonly channel: WorldChannel;
    }
  | {
      readonly kind: "bot-dm";
      readonly id: string;
      readonly name: string;
      readonly person: WorldPerson;
    }
  | {
      readonly kind: "private-channel";
      readonly id: string;
      readonly name: string;
      readonly people: readonly string[];
    };

/** Finds people, servers and channels of a world by id, and knows who may see and do what. */
export interface Directory {
  readonly world: World;
  readonly locations: readonly Location[];
  findPerson(id: string): WorldPerson | undefined;
  findGuild(id: string): WorldGuild | undefined;
  findLocation(id: string): Location | undefined;
  /** The direct message between a person and the bot. */
  dmOf(person: WorldPerson): Location;
  /** Ids of those who see the place. */
  peopleIn(location: Location): readonly string[];
  /** What a person may do there, as permission bits. Outside servers everybody may do the same. */
  permissionsOf(location: Location, person: string): bigint;
  /** What the bot may do there; `undefined` where it is not. */
  botPermissionsIn(location: Location): bigint | undefined;
  people(): readonly Person[];
  places(): readonly Place[];
}

/** Keeps the ids of direct messages apart from all others of a world. */
const DM_ID_OFFSET = 1_000_000_000n;

/** @see https://discord.com/developers/docs/topics/permissions (in DMs everything that makes sense there is allowed) */
const OUTSIDE_SERVERS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.MentionEveryone |
  PermissionFlagsBits.UseExternalApps |
  PermissionFlagsBits.UseApplicationCommands;

export function createDirectory(world: World): Directory {
  const locations = locationsOf(world);
  const byId = new Map(locations.map((location) => [location.id, location]));
  const guilds = new Map(world.guilds.map((guild) => [guild.id, guild]));
  const people = new Map(world.people.map((person) => [person.id, person]));

  function permissionsOf(location: Location, person: string): bigint {
    if (location.kind !== "guild") return OUTSIDE_SERVERS;
    const member = location.guild.members.find((candidate) => candidate.person === person);
    if (!member) return 0n;
    return permissionsIn(location.guild, location.channel, { id: person, roles: member.roles });
  }

  function peopleIn(location: Location): readonly string[] {
    if (location.kind === "bot-dm") return [location.person.id];
    if (location.kind === "private-channel") return location.people;
    return location.guild.members
      .map(({ person }) => person)
      .filter((id) => (permissionsOf(location, id) & PermissionFlagsBits.ViewChannel) !== 0n);
  }

  return {
    world,
    locations,
    findPerson: (id) => people.get(id),
    findGuild: (id) => guilds.get(id),
    findLocation: (id) => byId.get(id),
    dmOf: (person) => byId.get(dmIdOf(person)) ?? directMessage(world, person),
    peopleIn,
    permissionsOf,
    botPermissionsIn(location) {
      if (location.kind === "bot-dm") return OUTSIDE_SERVERS;
      if (location.kind === "private-channel" || !location.guild.bot) return undefined;
      const bot = { id: world.bot.id, roles: location.guild.bot.roles };
      return permissionsIn(location.guild, location.channel, bot);
    },
    people: () =>
      world.people.map(({ id, name, description }) => ({
        id,
        name,
        description,
        avatar: avatarOf(id, name),
      })),
    places: () => locations.map((location) => placeOf(location, peopleIn(location))),
  };
}

function locationsOf(world: World): Location[] {
  const channels = world.guilds.flatMap((guild) =>
    guild.channels.map(
      (channel): Location => ({
        kind: "guild",
        id: channel.id,
        name: channel.name,
        guild,
        channel,
      }),
    ),
  );
  const dms = world.people.map((person) => directMessage(world, person));
  const shared = world.privateChannels.map(
    (channel): Location => ({ kind: "private-channel", ...channel }),
  );
  return [...channels, ...dms, ...shared];
}

function directMessage(world: World, person: WorldPerson): Location {
  return { kind: "bot-dm", id: dmIdOf(person), name: world.bot.name, person };
}

function dmIdOf(person: WorldPerson): string {
  return String(BigInt(person.id) + DM_ID_OFFSET);
}

function placeOf(location: Location, people: readonly string[]): Place {
  const { id, name, kind } = location;
  if (kind !== "guild") return { id, name, kind, people };
  const { guild } = location;
  const server = { id: guild.id, name: guild.name, botInstalled: guild.bot !== undefined };
  return { id, name, kind, guild: server, people };
}
