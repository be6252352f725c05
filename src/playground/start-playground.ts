import { createStandIn } from "./create-stand-in.ts";
import { createDrive, type Drive } from "./drive.ts";
import { createFaults, type Faults } from "./faults.ts";
import { createDeliveryFaults } from "./gateway/delivery-faults.ts";
import { createGateway } from "./gateway/gateway.ts";
import { newToken } from "./gateway/new-token.ts";
import { readyOf } from "./gateway/ready.ts";
import { createPageBundle } from "./http/page-bundle.ts";
import { createPageRoutes } from "./http/page-routes.ts";
import { listen } from "./http/server.ts";
import type { BotRequest, Person, Place } from "./protocol.ts";
import { createHttpFaults } from "./rest/http-faults.ts";
import { createRestApi, type Log } from "./rest/rest-api.ts";
import type { StandIn } from "./rest/stand-in.ts";
import { createAnnouncements } from "./state/announcements.ts";
import { DEFAULT_WORLD } from "./world/default-world.ts";
import type { World } from "./world/world.ts";

export interface PlaygroundOptions {
  /** 0, the default, picks one. */
  readonly port?: number;
  /** What the bot logs in with; a new one by default. */
  readonly token?: string;
  readonly world?: World;
  /** Where the page's `index.html` and `main.ts` are. */
  readonly pageFolder?: string;
  readonly log?: Log;
  /** How long the bot has for its first response. */
  readonly deadlineMs?: number;
  /** How long an interaction's token is good for. */
  readonly tokenLifetimeMs?: number;
  readonly heartbeatIntervalMs?: number;
}

/** A stand-in for Discord on this machine, with people in it, and a page to see it. */
export interface Playground {
  /** The page's address. */
  readonly url: string;
  /** What the bot takes for Discord, such as `http://127.0.0.1:4680/api`. */
  readonly apiUrl: string;
  readonly token: string;
  readonly applicationId: string;
  /** The server where facts are curated. */
  readonly guildId: string;
  /** The roles and the channel there that curators have, where the world has them. */
  readonly curatorRoleIds: readonly string[];
  readonly curatorChannelId?: string;
  readonly drive: Drive;
  readonly faults: Faults;
  /** A person by name. Throws when there is none. */
  person(name: string): Person;
  /** A place by name: of a server when it is named too, a person's direct message with the bot by that person's name. */
  place(name: string, guild?: string): Place;
  /** Every request of the bot, oldest first. */
  requests(): readonly BotRequest[];
  /** Everything in the bot's payloads that breaks Discord's rules, one line each. */
  violations(): readonly string[];
  /** What the bot did at the gateway: the intents of each IDENTIFY, and how many sessions it resumed. */
  gateway(): {
    readonly online: boolean;
    readonly identifies: readonly number[];
    readonly resumes: number;
  };
  close(): Promise<void>;
}

/** @see https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-callback */
const FIRST_RESPONSE_DEADLINE_MS = 3_000;
const TOKEN_LIFETIME_MS = 15 * 60_000;
/** @see https://discord.com/developers/docs/events/gateway#hello-event */
const HEARTBEAT_INTERVAL_MS = 41_250;

/** Resolves when it listens. Rejects with a sentence for people when the port is taken. */
export async function startPlayground(options: PlaygroundOptions = {}): Promise<Playground> {
  const { port = 0, world = DEFAULT_WORLD, log = () => undefined } = options;
  const server = await listen(port);
  const host = `127.0.0.1:${server.port}`;
  const origin = `http://${host}`;
  const gatewayUrl = `ws://${host}/gateway`;
  const token = options.token ?? newToken(world.bot.id);
  const hear = createAnnouncements();
  const standIn = createStandIn({
    world,
    origin,
    gatewayUrl,
    deadlineMs: options.deadlineMs ?? FIRST_RESPONSE_DEADLINE_MS,
    publish: hear.publish,
  });
  const { directory } = standIn;

  const http = createHttpFaults();
  const delivery = createDeliveryFaults();
  const gateway = createGateway({
    token,
    refusesToken: http.refusesToken,
    heartbeatIntervalMs: options.heartbeatIntervalMs ?? HEARTBEAT_INTERVAL_MS,
    ready: () => readyOf(standIn),
    url: () => gatewayUrl,
    presenceChanged: (online) => hear.publish({ type: "presence", online }),
    log,
  });
  const tokenLifetimeMs = options.tokenLifetimeMs ?? TOKEN_LIFETIME_MS;
  const api = createRestApi({ standIn, token, tokenLifetimeMs, faults: http, log });
  const drive = createDrive({ standIn, gateway, faults: delivery, listen: hear.listen });
  const page = createPageRoutes({
    drive,
    attachments: standIn.attachments,
    page: createPageBundle(options.pageFolder),
    log,
  });
  server.serve({ api, gateway, page, log });

  return {
    url: `${origin}/`,
    apiUrl: `${origin}/api`,
    token,
    applicationId: standIn.applicationId,
    guildId: world.guilds[0].id,
    curatorRoleIds: world.guilds[0].curators?.roles ?? [],
    ...(world.guilds[0].curators ? { curatorChannelId: world.guilds[0].curators.channel } : {}),
    drive,
    faults: createFaults({ http, delivery, gateway, server }),
    person: (name) =>
      must(
        directory.people().find((person) => person.name === name),
        name,
      ),
    place: (name, guild) => must(findPlace(standIn, name, guild), name),
    requests: api.requests,
    violations: () =>
      api
        .requests()
        .flatMap(({ method, path, violations }) =>
          violations.map((one) => `${method} ${path} ${one}`),
        ),
    gateway: () => ({
      online: gateway.online(),
      identifies: gateway.identifies(),
      resumes: gateway.resumes(),
    }),
    async close() {
      standIn.exchanges.close();
      page.close();
      gateway.close();
      await server.close();
    },
  };
}

function findPlace({ directory }: StandIn, name: string, guild?: string): Place | undefined {
  const person = directory.world.people.find((candidate) => candidate.name === name);
  const dm = guild === undefined && person ? directory.dmOf(person).id : undefined;
  const places = directory.places();
  if (dm !== undefined) return places.find(({ id }) => id === dm);
  return places.find(
    (place) => place.name === name && (guild === undefined || place.guild?.name === guild),
  );
}

function must<Thing>(thing: Thing | undefined, name: string): Thing {
  if (thing === undefined) throw new Error(`there is no "${name}" in this world`);
  return thing;
}
