import { memberOf, rolesOf, userOf } from "../world/objects.ts";
import { refusals } from "./discord-error.ts";
import { type ApiRequest, ok, type Route } from "./router.ts";
import type { StandIn } from "./stand-in.ts";

/** Who the bot is, where its gateway is, and what it may know of servers and people. */
export function identityRoutes(standIn: StandIn): readonly Route[] {
  const { directory, applicationId, gatewayUrl } = standIn;
  const bot = () => userOf(directory.world.bot, true);

  function guildOf(request: ApiRequest) {
    const guild = directory.findGuild(request.param("guild"));
    if (!guild?.bot) throw refusals.unknown("Guild");
    return guild;
  }

  return [
    { method: "GET", path: "/gateway", open: true, handle: () => ok({ url: gatewayUrl() }) },
    {
      method: "GET",
      path: "/gateway/bot",
      handle: () => ok({ url: gatewayUrl(), shards: 1, session_start_limit: SESSION_STARTS }),
    },
    { method: "GET", path: "/users/@me", handle: () => ok(bot()) },
    { method: "GET", path: "/applications/@me", handle: () => ok(applicationOf()) },
    { method: "GET", path: "/oauth2/applications/@me", handle: () => ok(applicationOf()) },
    {
      method: "GET",
      path: "/users/:user",
      handle(request) {
        const person = directory.findPerson(request.param("user"));
        if (!person) throw refusals.unknown("User");
        return ok(userOf(person));
      },
    },
    {
      method: "GET",
      path: "/guilds/:guild",
      handle(request) {
        const guild = guildOf(request);
        return ok({ id: guild.id, name: guild.name, features: [], roles: rolesOf(guild) });
      },
    },
    {
      method: "GET",
      path: "/guilds/:guild/roles",
      handle: (request) => ok(rolesOf(guildOf(request))),
    },
    {
      method: "GET",
      path: "/guilds/:guild/members/:user",
      handle(request) {
        const guild = guildOf(request);
        const person = directory.findPerson(request.param("user"));
        const location = directory.locations.find(
          (candidate) => candidate.kind === "guild" && candidate.guild === guild,
        );
        const isMember = guild.members.some((member) => member.person === person?.id);
        if (!person || !isMember || location?.kind !== "guild") throw refusals.unknown("User");
        const { permissions: _inChannel, ...member } = memberOf(directory, location, person);
        return ok(member);
      },
    },
  ];

  function applicationOf() {
    return {
      id: applicationId,
      name: directory.world.bot.name,
      description: "",
      icon: null,
      summary: "",
      verify_key: "",
      flags: 0,
      bot_public: true,
      bot_require_code_grant: false,
      bot: bot(),
      approximate_guild_count: directory.world.guilds.filter((guild) => guild.bot).length,
      integration_types_config: { "0": {}, "1": {} },
    };
  }
}

/** @see https://discord.com/developers/docs/events/gateway#session-start-limit-object */
const SESSION_STARTS = {
  total: 1000,
  remaining: 1000,
  reset_after: 86_400_000,
  max_concurrency: 1,
};
