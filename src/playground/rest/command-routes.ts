import type { APIApplicationCommand } from "discord-api-types/v10";
import { COMMAND_RULES, checkRules } from "../rules.ts";
import { type CommandBody, parseCommand, parseCommandEdit } from "../validation/bodies.ts";
import { type Violation, violation } from "../validation/violation.ts";
import { refusals, refuseInvalid } from "./discord-error.ts";
import { type ApiReply, type ApiRequest, noContent, ok, type Route } from "./router.ts";
import type { StandIn } from "./stand-in.ts";

const GLOBAL = "/applications/:application/commands";
const IN_GUILD = "/applications/:application/guilds/:guild/commands";

/** @see https://discord.com/developers/docs/interactions/application-commands#registering-a-command */
const COMMANDS_MAX: Readonly<Record<number, number>> = { 1: 100, 2: 15, 3: 15 };

/** Registering commands, for everybody and for one server. */
export function commandRoutes(standIn: StandIn): readonly Route[] {
  return [...routesAt(standIn, GLOBAL), ...routesAt(standIn, IN_GUILD)];
}

function routesAt({ commands, directory, applicationId }: StandIn, path: string): readonly Route[] {
  /** The server in question, where the bot has to be; `undefined` for everybody's commands. */
  function guildOf(request: ApiRequest): string | undefined {
    if (request.param("application") !== applicationId) throw refusals.missingAccess();
    if (path === GLOBAL) return undefined;
    const guild = directory.findGuild(request.param("guild"));
    if (!guild?.bot) throw refusals.missingAccess();
    return guild.id;
  }

  function replaceAll(request: ApiRequest): ApiReply {
    const guild = guildOf(request);
    const list = Array.isArray(request.body) ? request.body : [];
    const bodies = list.map((body: unknown, at) => parseCommand("command in a list", body, [at]));
    const inGuild = guild !== undefined;
    refuseInvalid([
      ...bodies.flatMap((command, at) => violationsOf(command, inGuild, [at])),
      ...duplicates(bodies),
      ...tooMany(bodies),
    ]);
    return ok(commands.replaceAll(bodies, guild));
  }

  function find(request: ApiRequest): APIApplicationCommand {
    const command = commands.find(request.param("command"), guildOf(request));
    if (!command) throw refusals.unknown("application command");
    return command;
  }

  return [
    {
      method: "GET",
      path,
      handle(request) {
        const full = request.query.get("with_localizations") === "true";
        return ok(commands.list(guildOf(request)).map(full ? (one) => one : withoutTranslations));
      },
    },
    { method: "PUT", path, handle: replaceAll },
    {
      method: "POST",
      path,
      handle(request) {
        const guild = guildOf(request);
        const body = parseCommand("command", request.body);
        refuseInvalid(violationsOf(body, guild !== undefined));
        const { command, created } = commands.put(body, guild);
        return { status: created ? 201 : 200, body: command };
      },
    },
    { method: "GET", path: `${path}/:command`, handle: (request) => ok(find(request)) },
    {
      method: "PATCH",
      path: `${path}/:command`,
      handle(request) {
        const known = find(request);
        const change = parseCommandEdit(request.body);
        const inGuild = known.guild_id !== undefined;
        refuseInvalid(violationsOf({ ...known, ...change }, inGuild));
        return ok(commands.edit(known.id, change, known.guild_id));
      },
    },
    {
      method: "DELETE",
      path: `${path}/:command`,
      handle(request) {
        const known = find(request);
        commands.remove(known.id, known.guild_id);
        return noContent;
      },
    },
  ];
}

function violationsOf(
  command: CommandBody,
  inGuild: boolean,
  at: readonly number[] = [],
): readonly Violation[] {
  const violations = checkRules(COMMAND_RULES, { command, inGuild });
  return violations.map((one) => ({ ...one, path: [...at, ...one.path] }));
}

function keyOf({ type, name }: CommandBody): string {
  return `${type ?? 1} ${name}`;
}

function duplicates(bodies: readonly CommandBody[]): readonly Violation[] {
  const keys = bodies.map(keyOf);
  return keys.flatMap((key, at) =>
    keys.indexOf(key) < at
      ? [
          violation(
            [at],
            "APPLICATION_COMMANDS_DUPLICATE_NAME",
            "Application command names must be unique",
          ),
        ]
      : [],
  );
}

function tooMany(bodies: readonly CommandBody[]): readonly Violation[] {
  return Object.entries(COMMANDS_MAX).flatMap(([type, max]) =>
    bodies.filter((body) => String(body.type ?? 1) === type).length > max
      ? [violation([], "BASE_TYPE_MAX_LENGTH", `At most ${max} commands of type ${type}`)]
      : [],
  );
}

/** @see https://discord.com/developers/docs/interactions/application-commands#get-global-application-commands (with_localizations) */
function withoutTranslations(command: APIApplicationCommand) {
  const { name_localizations: _names, description_localizations: _descriptions, ...rest } = command;
  return rest;
}
