import { Client, type ClientOptions, Events, GatewayDispatchEvents, Options } from "discord.js";
import type { Logger } from "pino";
import type { Dispatcher } from "./dispatcher.ts";
import { restOptions } from "./rest-options.ts";

interface Dependencies {
  readonly apiUrl: string;
  readonly dispatcher: Dispatcher;
  readonly logger: Logger;
}

/**
 * Memory must not grow with the number of users or channels: nothing is kept but what READY brings (the servers' ids).
 * The client's own user stays whatever the limit.
 */
const CACHES = Options.cacheWithLimits({
  ...Options.DefaultMakeCacheSettings,
  UserManager: { maxSize: 1, keepOverLimit: (user) => user.id === user.client.user.id },
  GuildMemberManager: { maxSize: 0 },
  MessageManager: { maxSize: 0 },
  DMMessageManager: { maxSize: 0 },
  GuildMessageManager: { maxSize: 0 },
  PresenceManager: { maxSize: 0 },
  ReactionManager: { maxSize: 0 },
  ReactionUserManager: { maxSize: 0 },
  ThreadManager: { maxSize: 0 },
  ThreadMemberManager: { maxSize: 0 },
  VoiceStateManager: { maxSize: 0 },
  EntitlementManager: { maxSize: 0 },
});

/** Options of the client: no intents, since the bot reads no messages. */
function clientOptions(apiUrl: string): ClientOptions {
  return {
    intents: [],
    makeCache: CACHES,
    allowedMentions: { parse: [] },
    rest: restOptions(apiUrl),
  };
}

/** A client that hands every interaction to the dispatcher, and tells the log how the gateway is doing. */
export function createClient({ apiUrl, dispatcher, logger }: Dependencies): Client {
  const client = new Client(clientOptions(apiUrl));
  const roleIds = new Map<string, readonly string[]>();

  // Role ids stand in the raw event only: what discord.js offers comes from a cache that is empty without intents.
  client.on(Events.Raw, (packet: { t?: unknown; d?: unknown }) => {
    if (packet.t !== GatewayDispatchEvents.InteractionCreate) return;
    const { id, roles } = rolesOf(packet.d);
    if (id !== undefined && roles.length > 0) roleIds.set(id, roles);
    // Events that wait for READY arrive in a later tick; the others were handed on in this one.
    if (roleIds.size > ROLE_IDS_KEPT) roleIds.delete(roleIds.keys().next().value ?? "");
  });
  client.on(Events.InteractionCreate, (interaction) => {
    const roles = roleIds.get(interaction.id) ?? [];
    roleIds.delete(interaction.id);
    void dispatcher.dispatch(interaction, roles);
  });

  client.on(Events.Error, (error) => logger.error({ err: error }, "client error"));
  client.on(Events.ShardError, (error, shard) =>
    logger.warn({ shard, err: error }, "gateway connection failed"),
  );
  client.on(Events.ShardReconnecting, (shard) => logger.warn({ shard }, "gateway reconnecting"));
  client.on(Events.ShardResume, (shard, replayed) =>
    logger.info({ shard, replayed }, "gateway resumed"),
  );
  client.on(Events.Debug, (message) => logger.trace({ message }, "discord.js"));
  return client;
}

const ROLE_IDS_KEPT = 1_000;

/** What comes in an event is data from outside: anything that is not as documented counts as no roles. */
function rolesOf(data: unknown): { readonly id?: string; readonly roles: readonly string[] } {
  if (!isRecord(data) || typeof data.id !== "string" || !isRecord(data.member)) {
    return { roles: [] };
  }
  const roles = data.member.roles;
  const ids = Array.isArray(roles) ? roles.filter((role) => typeof role === "string") : [];
  return { id: data.id, roles: ids };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
