import { isDeepStrictEqual } from "node:util";
import {
  type APIApplicationCommand,
  ApplicationCommandType,
  ApplicationIntegrationType,
  type LocalizationMap,
} from "discord-api-types/v10";
import type { Event } from "../protocol.ts";
import type { CommandBody, Translations } from "../validation/bodies.ts";
import type { NewSnowflake } from "./snowflakes.ts";
import { withoutEmpty } from "./without-empty.ts";

/** The commands that are registered: for everybody (`guild` undefined), or for one server. */
export interface Commands {
  list(guild?: string): readonly APIApplicationCommand[];
  all(): readonly APIApplicationCommand[];
  find(id: string, guild?: string): APIApplicationCommand | undefined;
  /** Makes exactly these the commands. Those that are already there keep id and, when nothing differs, version. */
  replaceAll(bodies: readonly CommandBody[], guild?: string): readonly APIApplicationCommand[];
  /** @returns the command, and whether none of that name and type was there */
  put(body: CommandBody, guild?: string): { command: APIApplicationCommand; created: boolean };
  edit(id: string, change: Partial<CommandBody>, guild?: string): APIApplicationCommand | undefined;
  remove(id: string, guild?: string): boolean;
}

interface Dependencies {
  readonly applicationId: string;
  readonly newSnowflake: NewSnowflake;
  readonly publish: (event: Event) => void;
}

const EVERYWHERE = "everywhere";

export function createCommands(deps: Dependencies): Commands {
  const { applicationId, newSnowflake, publish } = deps;
  const scopes = new Map<string, readonly APIApplicationCommand[]>();
  const list = (guild = EVERYWHERE) => scopes.get(guild) ?? [];
  const all = () => [...scopes.values()].flat();

  function keep(commands: readonly APIApplicationCommand[], guild = EVERYWHERE): void {
    scopes.set(guild, commands);
    publish({ type: "commands", commands: all() });
  }

  function build(body: CommandBody, known: APIApplicationCommand | undefined, guild?: string) {
    const version = newSnowflake();
    const fresh = toCommand(body, { id: known?.id ?? version, applicationId, version, guild });
    if (!known || !isDeepStrictEqual({ ...fresh, version: known.version }, known)) return fresh;
    return known;
  }

  return {
    list,
    all,
    find: (id, guild) => list(guild).find((command) => command.id === id),
    replaceAll(bodies, guild) {
      const commands = bodies.map((body) => build(body, sameName(list(guild), body), guild));
      keep(commands, guild);
      return commands;
    },
    put(body, guild) {
      const known = sameName(list(guild), body);
      const command = build(body, known, guild);
      keep([...list(guild).filter((other) => other !== known), command], guild);
      return { command, created: !known };
    },
    edit(id, change, guild) {
      const known = list(guild).find((command) => command.id === id);
      if (!known) return undefined;
      const command = build({ ...known, ...change }, known, guild);
      keep(
        list(guild).map((other) => (other === known ? command : other)),
        guild,
      );
      return command;
    },
    remove(id, guild) {
      const rest = list(guild).filter((command) => command.id !== id);
      if (rest.length === list(guild).length) return false;
      keep(rest, guild);
      return true;
    },
  };
}

function typeOf({ type }: { readonly type?: ApplicationCommandType | undefined }) {
  return type ?? ApplicationCommandType.ChatInput;
}

function sameName(commands: readonly APIApplicationCommand[], body: CommandBody) {
  return commands.find(({ name, type }) => name === body.name && type === typeOf(body));
}

interface Identity {
  readonly id: string;
  readonly applicationId: string;
  readonly version: string;
  readonly guild: string | undefined;
}

/** A command as Discord gives it back: what was left out is filled in, and what says nothing is left out. */
function toCommand(body: CommandBody, identity: Identity): APIApplicationCommand {
  const { id, applicationId, version, guild } = identity;
  const options = withoutEmpty(body.options ?? []);
  const permissions = body.default_member_permissions ?? null;
  return {
    id,
    application_id: applicationId,
    version,
    type: typeOf(body),
    name: body.name,
    name_localizations: translations(body.name_localizations),
    description: body.description ?? "",
    description_localizations: translations(body.description_localizations),
    default_member_permissions: permissions === null ? null : String(permissions),
    nsfw: body.nsfw ?? false,
    ...(options.length > 0 && { options: [...options] }),
    ...(guild === undefined
      ? {
          dm_permission: true,
          contexts: body.contexts ?? null,
          integration_types: body.integration_types ?? INSTALLED_FOR,
        }
      : { guild_id: guild }),
  };
}

/** The bot can be added to servers and to accounts. */
const INSTALLED_FOR = [
  ApplicationIntegrationType.GuildInstall,
  ApplicationIntegrationType.UserInstall,
];

function translations(map: Translations): LocalizationMap | null {
  if (!map) return null;
  const entries = Object.entries(map).filter(([, text]) => text !== undefined);
  return Object.fromEntries(entries);
}
