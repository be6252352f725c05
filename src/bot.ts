import { setTimeout as sleep } from "node:timers/promises";
import { type Client, REST } from "discord.js";
import type { Logger } from "pino";
import { createBackground } from "./background.ts";
import type { Config } from "./config.ts";
import { createClient } from "./discord/client.ts";
import { type Connection, connect, type RefusedByDiscord } from "./discord/connect.ts";
import { editLine } from "./discord/edit-line.ts";
import { createOutbox } from "./discord/outbox.ts";
import { keepRegistered } from "./discord/registrar.ts";
import type { KnowledgeError } from "./knowledge/errors.ts";
import { type OpenKnowledge, openKnowledge } from "./open-knowledge.ts";
import type { PackageFiles } from "./package-files.ts";
import { startRetention } from "./retention.ts";
import { type FileSystem, nodeFileSystem } from "./stores/file-system.ts";
import { openStores, type Stores } from "./stores/open-stores.ts";
import { readKnowledge, type ShippedKnowledge } from "./stores/read-knowledge.ts";
import { reportFailures } from "./stores/report-failures.ts";
import { type Wired, wireCommands } from "./wire-commands.ts";

/** A running bot. */
export interface Bot {
  /** Finishes what is under way, leaves the gateway and lets go of the store. */
  stop(): Promise<void>;
  /** Resolves when Discord has ended the connection for good; all that is left to do is to stop. */
  readonly lost: Promise<RefusedByDiscord>;
}

/** What a bot needs to know of the outside; the rest is in the settings. */
export interface BotOptions {
  readonly config: Config & { readonly token: string };
  readonly files: PackageFiles;
  readonly logger: Logger;
  /** Stops a start that still waits for Discord. */
  readonly signal?: AbortSignal;
  /** Where the store is kept: on the disk of this machine unless told otherwise. */
  readonly disk?: FileSystem;
}

const IN_FLIGHT_GRACE_MS = 5_000;

/**
 * Reads the facts, opens the store, logs in and registers the commands; resolves when the bot answers. Rejects with
 * KnowledgeError where facts or store cannot be used, with RefusedByDiscord where the token is not accepted.
 */
export async function startBot(options: BotOptions): Promise<Bot> {
  const { config, logger, disk = nodeFileSystem } = options;
  const shipped = await readKnowledge(config.factsDir);
  const report = (what: string, err: unknown) => logger.warn({ err }, what);
  const stores = reporting(await openStores(config.dataDir, { files: disk, report }), logger);
  const stopRetention = await startRetention({ curation: stores.curation, logger });
  const close = async () => {
    stopRetention();
    await stores.close();
  };
  try {
    const knowledge = await openKnowledge({ shipped, stores, logger, from: config.factsDir });
    return await goOnline({ ...options, shipped, stores, knowledge, close });
  } catch (error) {
    await close();
    throw error;
  }
}

function reporting(stores: Stores, logger: Logger): Stores {
  const report = (err: KnowledgeError) => logger.error({ err }, "the storage refused a change");
  return {
    ...stores,
    facts: reportFailures(stores.facts, report),
    curation: reportFailures(stores.curation, report),
  };
}

interface Parts extends BotOptions {
  readonly shipped: ShippedKnowledge;
  readonly stores: Stores;
  readonly knowledge: OpenKnowledge;
  /** Lets go of the store. */
  readonly close: () => Promise<void>;
}

/** Puts what is known at the service of Discord. */
async function goOnline(parts: Parts): Promise<Bot> {
  const { config, logger, signal, stores, close } = parts;
  const rest = new REST({ api: config.apiUrl }).setToken(config.token);
  const background = createBackground(logger);
  const outbox = createOutbox({ rest, curatorChannelId: config.curatorChannelId, logger });
  stores.facts.watch((revisions) => {
    const line = editLine(revisions);
    if (line) background.run(() => outbox.toCurators(line));
  });
  const online: Online = { commandIds: new Map() };
  const status = statusOf(parts, online);
  const { privacy } = parts.files;
  const wired = wireCommands({ ...parts, outbox, background, status, privacy });

  const stopping = new AbortController();
  const stopped = signal ? AbortSignal.any([signal, stopping.signal]) : stopping.signal;
  const wait = (ms: number) => sleep(ms, undefined, { signal: stopped });
  const { client, lost } = await connectAndRegister({ ...parts, ...wired, rest, online, wait });
  logger.info({ as: client.user?.tag }, "bot ready");

  return {
    lost,
    async stop() {
      stopping.abort();
      // Nothing new is taken on, and leaving is no reconnection.
      client.removeAllListeners("interactionCreate").removeAllListeners("shardReconnecting");
      const done = wired.dispatcher.idle().then(background.idle);
      await Promise.race([done, sleep(IN_FLIGHT_GRACE_MS)]);
      await client.destroy();
      await close();
      logger.info("bot stopped");
    },
  };
}

interface Connecting extends Parts, Wired {
  readonly rest: REST;
  readonly online: Online;
  readonly wait: (ms: number) => Promise<void>;
}

/** Resolves when the bot answers. Where that fails, nothing of it is left at the gateway. */
async function connectAndRegister(parts: Connecting): Promise<Connection> {
  const { config, logger, stores, dispatcher, commands, rest, online, wait } = parts;
  const newClient = () => createClient({ apiUrl: config.apiUrl, dispatcher, logger });
  const connection = await connect({ newClient, token: config.token, logger, wait });
  const { client } = connection;
  online.client = client;
  try {
    await keepRegistered({
      rest,
      applicationId: client.application?.id ?? client.user?.id ?? "",
      commands,
      guildIds: config.curatorGuildIds,
      registeredGuilds: stores.registeredGuilds,
      commandIds: online.commandIds,
      logger,
      wait,
    });
    return connection;
  } catch (error) {
    await client.destroy();
    throw error;
  }
}

/** What is known once the bot is at Discord. */
interface Online {
  client?: Client;
  readonly commandIds: Map<string, string>;
}

function statusOf({ files, shipped }: Parts, online: Online) {
  const startedAt = Date.now();
  return () => {
    const ping = Math.round(online.client?.ws.ping ?? Number.NaN);
    return {
      version: files.version,
      dataVersion: shipped.version,
      startedAt,
      ...(ping >= 0 ? { gatewayPingMs: ping } : {}),
      commandIds: online.commandIds,
    };
  };
}
