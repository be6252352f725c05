import {
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  type ApplicationCommandType,
  ApplicationIntegrationType,
  PermissionFlagsBits,
} from "discord-api-types/v10";
import type { StandIn } from "../rest/stand-in.ts";
import { RefusedAct } from "./refused-act.ts";
import { contextOf, ownersOf, type Scene } from "./surroundings.ts";

const BOTH_INSTALLS = [
  ApplicationIntegrationType.GuildInstall,
  ApplicationIntegrationType.UserInstall,
];

/** For whom a command can be installed; a server's command is for that server. */
export function integrationTypesOf(command: APIApplicationCommand) {
  if (command.guild_id !== undefined) return [ApplicationIntegrationType.GuildInstall];
  return command.integration_types ?? BOTH_INSTALLS;
}

interface Wanted {
  /** An id or a name. */
  readonly name: string;
  readonly type: ApplicationCommandType;
  /** Also a command that is not offered there. */
  readonly unchecked: boolean;
}

/** The command that a person means; a server's own one goes before everybody's. Refuses one that is not offered. */
export function findCommand(
  standIn: StandIn,
  scene: Scene,
  { name, type, unchecked }: Wanted,
): APIApplicationCommand {
  const known = standIn.commands
    .all()
    .filter((command) => (command.id === name || command.name === name) && command.type === type)
    .sort((a, b) => Number(b.guild_id !== undefined) - Number(a.guild_id !== undefined));
  const command =
    known.find((one) => isOffered(standIn, scene, one)) ?? (unchecked ? known[0] : undefined);
  if (command) return command;
  if (known.length === 0) throw new RefusedAct(`There is no command "${name}".`);
  throw new RefusedAct(
    `"${name}" is not offered to ${scene.person.name} in ${scene.location.name}.`,
  );
}

/** Whether Discord offers a command to a person in a place. */
function isOffered(standIn: StandIn, scene: Scene, command: APIApplicationCommand): boolean {
  const { location } = scene;
  if (command.guild_id !== undefined) {
    if (location.kind !== "guild" || location.guild.id !== command.guild_id) return false;
  }
  if (command.contexts && !command.contexts.includes(contextOf(location))) return false;
  const owners = ownersOf(scene, integrationTypesOf(command));
  return Object.keys(owners).length > 0 && mayUse(standIn, scene, command);
}

/** @see https://discord.com/developers/docs/interactions/application-commands#permissions */
function mayUse(
  { directory }: StandIn,
  { person, location }: Scene,
  command: APIApplicationCommand,
): boolean {
  if (location.kind !== "guild") return true;
  const has = directory.permissionsOf(location, person.id);
  if ((has & PermissionFlagsBits.Administrator) !== 0n) return true;
  if ((has & PermissionFlagsBits.UseApplicationCommands) === 0n) return false;
  const needed = command.default_member_permissions;
  if (needed === null || needed === undefined) return true;
  const bits = BigInt(needed);
  return bits !== 0n && (has & bits) === bits;
}

/** A command or one of its subcommands: the way to it, and its options. */
export interface Target {
  readonly path: readonly {
    readonly name: string;
    readonly type:
      | ApplicationCommandOptionType.Subcommand
      | ApplicationCommandOptionType.SubcommandGroup;
  }[];
  readonly options: readonly APIApplicationCommandBasicOption[];
}

export function targetOf(
  command: APIApplicationCommand,
  names: { readonly group?: string; readonly subcommand?: string },
): Target {
  const path: Target["path"][number][] = [];
  let options: readonly APIApplicationCommandOption[] = command.options ?? [];
  for (const name of [names.group, names.subcommand]) {
    if (name === undefined) continue;
    const below = options.find((option) => option.name === name);
    if (!below || isBasic(below)) throw new RefusedAct(`/${command.name} has no "${name}".`);
    path.push({ name, type: below.type });
    options = below.options ?? [];
  }
  const basic = options.filter(isBasic);
  if (basic.length < options.length) throw new RefusedAct(`/${command.name} needs a subcommand.`);
  return { path, options: basic };
}

function isBasic(option: APIApplicationCommandOption): option is APIApplicationCommandBasicOption {
  return (
    option.type !== ApplicationCommandOptionType.Subcommand &&
    option.type !== ApplicationCommandOptionType.SubcommandGroup
  );
}
