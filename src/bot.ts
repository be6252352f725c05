import { createHmac, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type Client, REST } from "discord.js";
import type { Logger } from "pino";
import type { BotStatus } from "../commands/command-deps.ts";
import { createCommands } from "../commands/index.ts";
import { createBackground } from "./background.ts";
import type { Config } from "./config.ts";
import { createClient } from "./discord/client.ts";
import { connect } from "./discord/connect.ts";
import { createDispatcher } from "./discord/dispatcher.ts";
import { createDownload } from "./discord/download.ts";
import { editLine } from "./discord/edit-line.ts";
import { createOutbox } from "./discord/outbox.ts";
import { createAuthorize } from "./discord/permissions.ts";
import { keepRegistered } from "./discord/registrar.ts";
import { createCuration } from "./knowledge/curation.ts";
import type { KnowledgeError } from "./knowledge/errors.ts";
import { createKnowledgeBase } from "./knowledge/knowledge-base.ts";
import { mergeShipped } from "./knowledge/merge-shipped.ts";
import { ANSWER_FLOOR } from "./knowledge/search/answer-floor.ts";
import { createFactIndex } from "./knowledge/search/create-fact-index.ts";
import type { PackageFiles } from "./package-files.ts";
import { startRetention } from "./retention.ts";
import { openRegisteredGuilds } from "./stores/open-registered-guilds.ts";
import { openStores, type Stores } from "./stores/open-stores.ts";
import { readKnowledge } from "./stores/read-knowledge.ts";
import { reportFailures } from "./stores/report-failures.ts";

/** A running bot. */
export interface Bot {
  /** Finishes what is under way, leaves the gateway and lets go of the store. */
  stop(): Promise<void>;
}

/** What a bot needs to know of the outside; the rest is in the settings. */
export interface BotOptions {
  readonly config: Config & { readonly token: string };
  readonly files: PackageFiles;
  readonly logger: Logger;
  /** Stops a start that still waits for Discord. */
  readonly signal?: AbortSignal;
}

const IN_FLIGHT_GRACE_MS = 5_000;

/**
 * Reads the facts, opens the store, logs in and registers the commands; resolves when the bot answers. Rejects with
 * KnowledgeError where facts or store cannot be used, with RefusedByDiscord where the token is not accepted.
 */
export async function startBot({ config, files, logger, signal }: BotOptions): Promise<Bot> {
  const shipped = await readKnowledge(config.factsDir);
  const stores = reporting(await openStores(config.dataDir), logger);
  try {
    return await run({ config, files, logger, shipped, stores, ...(signal ? { signal } : {}) });
  } catch (error) {
    await stores.close();
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
  readonly shipped: Awaited<ReturnType<typeof readKnowledge>>;
  readonly stores: Stores;
}

async function run({ config, files, logger, signal, shipped, stores }: Parts): Promise<Bot> {
  await takeInShipped(stores, shipped, logger);
  const stopRetention = await startRetention({ curation: stores.curation, logger });
  const local = await stores.facts.load();
  const base = createKnowledgeBase({
    shipped,
    local,
    createIndex: createFactIndex,
    floor: ANSWER_FLOOR,
  });
  const rest = new REST({ api: config.apiUrl }).setToken(config.token);
  const outbox = createOutbox({ rest, curatorChannelId: config.curatorChannelId, logger });
  const background = createBackground(logger);
  const unwatch = stores.facts.watch((revisions) => {
    base.update(revisions);
    const line = editLine(revisions);
    if (line) background.run(() => outbox.toCurators(line));
  });
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
      version: files.version,
      dataVersion: shipped.version,
      startedAt,
      ...(ping >= 0 ? { gatewayPingMs: ping } : {}),
      commandIds,
    };
  };
  const shippedById = new Map(shipped.facts.map((fact) => [fact.id, fact]));
  const commands = createCommands({
    base,
    curation: createCuration({
      base,
      store: stores.facts,
      shipped: (id) => shippedById.get(id),
    }),
    factStore: stores.facts,
    curationStore: stores.curation,
    outbox,
    now: Date.now,
    random: Math.random,
    staleAfterDays: config.staleAfterDays,
    repeatWindowMs: config.repeatWindowMs,
    gaps: config.gaps,
    requireSecondCurator: config.requireSecondCurator,
    curatorsByRole: config.curatorRoleIds.length > 0,
    status,
    privacy: files.privacy,
    ballotOf: (...parts) =>
      createHmac("sha256", stores.secret).update(JSON.stringify(parts)).digest("base64url"),
    download: createDownload(config.apiUrl),
    afterwards: background.run,
  });
  const dispatcher = createDispatcher({
    commands,
    authorize: createAuthorize({
      guildIds: config.curatorGuildIds,
      roleIds: config.curatorRoleIds,
    }),
    logger,
    newErrorId: () => randomUUID().slice(0, 8),
  });

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
  await keepRegistered({
    rest,
    applicationId: connected.application?.id ?? connected.user?.id ?? "",
    commands,
    guildIds: config.curatorGuildIds,
    registeredGuilds: await openRegisteredGuilds(config.dataDir),
    commandIds,
    logger,
    wait,
  });
  logger.info({ as: connected.user?.tag }, "bot ready");

  return {
    async stop() {
      stopping.abort();
      // Nothing new is taken on, and leaving is no reconnection.
      connected.removeAllListeners("interactionCreate").removeAllListeners("shardReconnecting");
      const done = dispatcher.idle().then(background.idle);
      await Promise.race([done, sleep(IN_FLIGHT_GRACE_MS)]);
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
