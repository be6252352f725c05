import { randomBytes } from "node:crypto";
import {
  type APIAuthorizingIntegrationOwnersMap,
  ApplicationIntegrationType,
  InteractionContextType,
  Locale,
  PermissionFlagsBits,
} from "discord-api-types/v10";
import { UPLOAD_MAX_BYTES } from "../rest/request-body.ts";
import type { StandIn } from "../rest/stand-in.ts";
import type { Location } from "../world/directory.ts";
import { channelOf, memberOf, userOf } from "../world/objects.ts";
import type { WorldPerson } from "../world/world.ts";
import { RefusedAct } from "./refused-act.ts";

/** Who acts, and where. */
export interface Scene {
  readonly person: WorldPerson;
  readonly location: Location;
}

/** Refuses people and places that do not exist, and places that the person does not see. */
export function sceneOf(standIn: StandIn, action: { as: string; in: string }): Scene {
  const { directory } = standIn;
  const person = directory.findPerson(action.as);
  const location = directory.findLocation(action.in);
  if (!person) throw new RefusedAct(`There is nobody with the id ${action.as}.`);
  if (!location) throw new RefusedAct(`There is no place with the id ${action.in}.`);
  if (!directory.peopleIn(location).includes(person.id)) {
    throw new RefusedAct(`${person.name} does not see ${location.name}.`);
  }
  return { person, location };
}

const CONTEXTS = {
  guild: InteractionContextType.Guild,
  "bot-dm": InteractionContextType.BotDM,
  "private-channel": InteractionContextType.PrivateChannel,
} as const;

export function contextOf({ kind }: Location): InteractionContextType {
  return CONTEXTS[kind];
}

/**
 * By whose leave the bot is used: the server's, the person's, or both.
 * @see https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-authorizing-integration-owners-object
 */
export function ownersOf(
  { person, location }: Scene,
  types: readonly ApplicationIntegrationType[],
): APIAuthorizingIntegrationOwnersMap {
  const { GuildInstall, UserInstall } = ApplicationIntegrationType;
  const guild = guildOwner(location);
  return {
    ...(guild !== undefined && types.includes(GuildInstall) && { [GuildInstall]: guild }),
    ...(person.installedBot && types.includes(UserInstall) && { [UserInstall]: person.id }),
  };
}

function guildOwner(location: Location): string | undefined {
  if (location.kind === "bot-dm") return "0";
  return location.kind === "guild" && location.guild.bot ? location.guild.id : undefined;
}

export function isByUserInstallOnly(owners: APIAuthorizingIntegrationOwnersMap): boolean {
  return owners[ApplicationIntegrationType.GuildInstall] === undefined;
}

/** Without the permission to use external apps, what a bot of one's own says is for oneself only. */
export function isAlwaysPrivate(
  standIn: StandIn,
  { person, location }: Scene,
  owners: APIAuthorizingIntegrationOwnersMap,
): boolean {
  if (location.kind !== "guild" || !isByUserInstallOnly(owners)) return false;
  const permissions = standIn.directory.permissionsOf(location, person.id);
  return (permissions & PermissionFlagsBits.UseExternalApps) === 0n;
}

/** What every interaction says of its surroundings. */
export function surroundings(
  standIn: StandIn,
  scene: Scene,
  owners: APIAuthorizingIntegrationOwnersMap,
) {
  const { person, location } = scene;
  const { directory } = standIn;
  const locale = localeOf(person);
  const common = {
    id: standIn.newSnowflake(),
    application_id: standIn.applicationId,
    token: randomBytes(96).toString("base64url"),
    version: 1 as const,
    channel_id: location.id,
    channel: channelOf(directory, location, person.id),
    app_permissions: String(directory.botPermissionsIn(location) ?? WITHOUT_INSTALL),
    context: contextOf(location),
    authorizing_integration_owners: owners,
    locale,
    entitlements: [],
    attachment_size_limit: UPLOAD_MAX_BYTES,
  };
  if (location.kind !== "guild") return { ...common, user: userOf(person) };
  return {
    ...common,
    guild_id: location.guild.id,
    guild: { id: location.guild.id, features: [], locale: Locale.EnglishUS },
    guild_locale: Locale.EnglishUS,
    member: memberOf(directory, location, person),
  };
}

/** What a bot may do with its answers where only the person has installed it. */
const WITHOUT_INSTALL =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles;

function localeOf({ locale }: WorldPerson): Locale {
  return Object.values(Locale).find((known) => known === locale) ?? Locale.EnglishUS;
}
