import type {
  APIApplicationCommand,
  APIApplicationCommandBasicOption,
  APIApplicationCommandOption,
} from "discord-api-types/v10";
import type { Place } from "../../protocol.ts";
import { COMMAND, OPTION } from "../discord-numbers.ts";

/** Something that can be typed after a slash: a command, or one subcommand of it. */
export interface CommandEntry {
  readonly command: APIApplicationCommand;
  readonly group?: string;
  readonly subcommand?: string;
  /** All words after the slash, such as `facts edit`. */
  readonly path: string;
  readonly description: string;
  /** Required ones first, in the order of registration. */
  readonly options: readonly APIApplicationCommandBasicOption[];
}

const CONTEXT = { guild: 0, "bot-dm": 1, "private-channel": 2 } as const;
const USER_INSTALL = 1;

/** Whether Discord would offer the command in a place, by where it is registered and what for. */
export function isOffered(command: APIApplicationCommand, place: Place): boolean {
  if (command.guild_id !== undefined) return command.guild_id === place.guild?.id;
  if (command.contexts && !command.contexts.includes(CONTEXT[place.kind])) return false;
  const forUsers = command.integration_types?.includes(USER_INSTALL) ?? false;
  return place.kind === "bot-dm" || (place.guild?.botInstalled ?? false) || forUsers;
}

/** What can be typed in a place, by name: commands before those that are one of many below a common name. */
export function entriesIn(
  commands: readonly APIApplicationCommand[],
  place: Place,
): readonly CommandEntry[] {
  return commands
    .filter((command) => command.type === COMMAND.chatInput && isOffered(command, place))
    .flatMap(entriesOf)
    .sort((a, b) => Number(isNested(a)) - Number(isNested(b)) || a.path.localeCompare(b.path));
}

/** The commands of a message's menu in a place, by name. */
export function messageCommandsIn(
  commands: readonly APIApplicationCommand[],
  place: Place,
): readonly APIApplicationCommand[] {
  return commands
    .filter((command) => command.type === COMMAND.message && isOffered(command, place))
    .sort((a, b) => a.name.localeCompare(b.name));
}

function isNested({ subcommand }: CommandEntry): boolean {
  return subcommand !== undefined;
}

function entriesOf(command: APIApplicationCommand): CommandEntry[] {
  const options = command.options ?? [];
  const nested = options.flatMap((option) => nestedEntries(command, option));
  if (nested.length > 0) return nested;
  return [entry(command, command.description, options)];
}

function nestedEntries(
  command: APIApplicationCommand,
  option: APIApplicationCommandOption,
): CommandEntry[] {
  if (option.type === OPTION.subcommand) {
    return [
      {
        ...entry(command, option.description, option.options ?? [], option.name),
        subcommand: option.name,
      },
    ];
  }
  if (option.type !== OPTION.group) return [];
  return (option.options ?? []).map((subcommand) => ({
    ...entry(
      command,
      subcommand.description,
      subcommand.options ?? [],
      option.name,
      subcommand.name,
    ),
    group: option.name,
    subcommand: subcommand.name,
  }));
}

function entry(
  command: APIApplicationCommand,
  description: string,
  options: readonly APIApplicationCommandOption[],
  ...below: readonly string[]
): CommandEntry {
  const basic = options.filter(isBasic);
  return {
    command,
    path: [command.name, ...below].join(" "),
    description,
    options: [
      ...basic.filter((option) => option.required),
      ...basic.filter((option) => !option.required),
    ],
  };
}

function isBasic(option: APIApplicationCommandOption): option is APIApplicationCommandBasicOption {
  return option.type !== OPTION.subcommand && option.type !== OPTION.group;
}
