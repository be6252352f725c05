import { isDeepStrictEqual } from "node:util";
import {
  type APIApplicationCommand,
  ApplicationCommandType,
  type REST,
  type RESTPostAPIApplicationCommandsJSONBody,
  Routes,
} from "discord.js";

export type CommandData = RESTPostAPIApplicationCommandsJSONBody;

export interface Registered {
  readonly changed: boolean;
  readonly commands: readonly { readonly id: string; readonly name: string }[];
}

/**
 * Makes Discord know exactly these commands, for everybody or for one server. It writes only when something differs:
 * writing is limited to 200 a day, and clients drop their copy each time.
 */
export async function registerCommands(
  rest: REST,
  applicationId: string,
  commands: readonly CommandData[],
  guildId?: string,
): Promise<Registered> {
  const route =
    guildId === undefined
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId);
  const query = new URLSearchParams({ with_localizations: "true" });
  const known = asCommands(await rest.get(route, { query }));
  if (sameCommands(commands, known)) return { changed: false, commands: known };
  return { changed: true, commands: asCommands(await rest.put(route, { body: commands })) };
}

function asCommands(response: unknown): readonly APIApplicationCommand[] {
  if (!Array.isArray(response))
    throw new TypeError("Discord did not answer with a list of commands");
  return response;
}

/** Whether Discord already has these commands. Their order does not matter to it. */
export function sameCommands(
  wanted: readonly CommandData[],
  known: readonly APIApplicationCommand[],
): boolean {
  if (wanted.length !== known.length) return false;
  return wanted.every((command) =>
    known.some(
      (other) =>
        typeOf(other) === typeOf(command) &&
        other.name === command.name &&
        isDeepStrictEqual(essence(command), essence(other)),
    ),
  );
}

function typeOf(command: {
  readonly type?: ApplicationCommandType | undefined;
}): ApplicationCommandType {
  return command.type ?? ApplicationCommandType.ChatInput;
}

const SENT_FIELDS = [
  "name",
  "type",
  "description",
  "options",
  "default_member_permissions",
  "contexts",
  "integration_types",
  "nsfw",
  "name_localizations",
  "description_localizations",
] as const;

/** What we send of a command, with what Discord fills in or leaves out made alike. */
function essence(command: object): unknown {
  const entries = new Map(Object.entries(command));
  return Object.fromEntries(
    SENT_FIELDS.flatMap((field) => {
      const value = plain(field === "type" ? (entries.get(field) ?? 1) : entries.get(field));
      return value === undefined ? [] : [[field, value]];
    }),
  );
}

/** Leaves out what says nothing: null, false, empty lists and texts; sorts lists of plain values. */
function plain(value: unknown): unknown {
  if (value === null || value === undefined || value === false || value === "") return undefined;
  if (Array.isArray(value)) {
    if (value.length === 0) return undefined;
    const items = value.map(plain);
    return items.every((item) => typeof item !== "object") ? items.sort() : items;
  }
  if (typeof value !== "object") return value;
  const entries = Object.entries(value)
    .map(([key, item]) => [key, plain(item)] as const)
    .filter(([, item]) => item !== undefined);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
