import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type Client, REST } from "discord.js";
import type { Logger } from "pino";
import type { BotStatus } from "../commands/command-deps.ts";
import { createCommands } from "../commands/index.ts";
import type { Config } from "./config.ts";
import { createClient } from "./discord/client.ts";
import type { Command } from "./discord/command.ts";
import { connect } from "./discord/connect.ts";
import { createDispatcher } from "./discord/dispatcher.ts";
import { registerCommands } from "./discord/registration.ts";
import { createKnowledgeBase } from "./knowledge/knowledge-base.ts";
import { mergeShipped } from "./knowledge/merge-shipped.ts";
import { ANSWER_FLOOR } from "./knowledge/search/answer-floor.ts";
import { createFactIndex } from "./knowledge/search/create-fact-index.ts";
import { startRetention } from "./retention.ts";
import { openStores, type Stores } from "./stores/open-stores.ts";
import { readKnowledge } from "./stores/read-knowledge.ts";

/** A running bot. */
export interface Bot {
  /** Finishes what is under way, leaves the gateway and lets go of the store. */
  stop(): Promise<void>;
}

/** What a bot needs to know of the outside; the rest is in the settings. */
export interface BotOptions {
  readonly config: Config & { readonly token: string };
  readonly version: string;
  readonly logger: Logger;
  /** Stops a start that still waits for Discord. */
  readonly signal?: AbortSignal;
}

const IN_FLIGHT_GRACE_MS = 5_000;
const REGISTRATION_RETRY_MS = 10 * 60_000;

/**
 * Reads the facts, opens the store, logs in and registers the commands; resolves when the bot answers. Rejects with
 * KnowledgeError where facts or store cannot be used, with RefusedByDiscord where the token is not accepted.
 */
export async function startBot({ config, version, logger, signal }: BotOptions): Promise<Bot> {
  const shipped = await readKnowledge(config.factsDir);
  const stores = await openStores(config.dataDir);
  try {
    return await run({ config, version, logger, shipped, stores, ...(signal ? { signal } : {}) });
  } catch (error) {
    await stores.close();
    throw error;
  }
}

interface Parts extends BotOptions {
  readonly shipped: Awaited<ReturnType<typeof readKnowledge>>;
  readonly stores: Stores;
}

async function run({ config, version, logger, signal, shipped, stores }: Parts): Promise<Bot> {
  await takeInShipped(stores, shipped, logger);
  const stopRetention = await startRetention({ curation: stores.curation, logger });
  const local = await stores.facts.load();
  const base = createKnowledgeBase({
    shipped,
    local,
    createIndex: createFactIndex,
    floor: ANSWER_FLOOR,
  });
  const unwatch = stores.facts.watch((revisions) => base.update(revisions));
  const counts = {
    facts: base.listFacts().length,
    topics: shipped.topics.length,
    changed: local.size,
  };
  logger.info({ ...counts, data: shipped.version, from: config.factsDir }, "facts loaded");

  const startedAt = Date.now();
  const commandIds = new Map<string, string>();
  let client: Client | undefined;
  const status = (): BotStatus => {
    const ping = Math.round(client?.ws.ping ?? Number.NaN);
    return {
      version,
      dataVersion: shipped.version,
      startedAt,
      ...(ping >= 0 ? { gatewayPingMs: ping } : {}),
      commandIds,
    };
  };
  const commands = createCommands({
    base,
    now: Date.now,
    random: Math.random,
    staleAfterDays: config.staleAfterDays,
    repeatWindowMs: config.repeatWindowMs,
    status,
  });
  const newErrorId = () => randomUUID().slice(0, 8);
  const dispatcher = createDispatcher({ commands, logger, newErrorId });

  const stopping = new AbortController();
  const stopped = signal ? AbortSignal.any([signal, stopping.signal]) : stopping.signal;
  const wait = (ms: number) => sleep(ms, undefined, { signal: stopped });

  client = await connect({
    newClient: () => createClient({ apiUrl: config.apiUrl, dispatcher, logger }),
    token: config.token,
    logger,
    wait,
  });
  const connected = client;
  const rest = new REST({ api: config.apiUrl }).setToken(config.token);
  const registered = register({ rest, client: connected, commands, commandIds, logger, wait });
  await registered.first;

  return {
    async stop() {
      stopping.abort();
      connected.removeAllListeners("interactionCreate");
      await Promise.race([dispatcher.idle(), sleep(IN_FLIGHT_GRACE_MS)]);
      await connected.destroy();
      unwatch();
      stopRetention();
      await stores.close();
      logger.info("bot stopped");
    },
  };
}

/** Merges what ships now into the local changes, and says what came of it where anything did. */
async function takeInShipped(
  { facts, curation }: Stores,
  shipped: Parts["shipped"],
  logger: Logger,
): Promise<void> {
  const { version } = shipped;
  const { merged, queued, settled, waiting } = await mergeShipped({
    facts,
    curation,
    shipped,
    version,
  });
  if (merged.length + queued.length + settled.length === 0) return;
  const counts = { merged: merged.length, queued: queued.length, settled: settled.length, waiting };
  logger.info({ ...counts, data: version }, "shipped facts merged into local changes");
}

interface Registration {
  readonly rest: REST;
  readonly client: Client;
  readonly commands: readonly Command[];
  readonly commandIds: Map<string, string>;
  readonly logger: Logger;
  readonly wait: (ms: number) => Promise<void>;
}

/** Registers the commands for everybody; a failure is a warning, tried again every ten minutes. */
function register({ rest, client, commands, commandIds, logger, wait }: Registration) {
  const applicationId = client.application?.id ?? client.user?.id ?? "";
  const data = commands.filter(({ scope }) => scope === "everybody").map((command) => command.data);

  async function attempt(): Promise<boolean> {
    try {
      const { changed, commands: known } = await registerCommands(rest, applicationId, data);
      for (const { id, name } of known) commandIds.set(name, id);
      logger.info({ commands: known.length, changed, as: client.user?.tag }, "bot ready");
      return true;
    } catch (error) {
      logger.warn({ err: error }, "commands not registered, trying again in ten minutes");
      return false;
    }
  }

  async function retry(): Promise<void> {
    do await wait(REGISTRATION_RETRY_MS);
    while (!(await attempt()));
  }

  const first = attempt().then((done) => {
    if (!done) retry().catch(() => undefined);
  });
  return { first };
}
