import { join } from "node:path";
import dotenv from "dotenv";
import type { Logger } from "pino";
import { type Bot, startBot } from "./bot.ts";
import { type Config, ConfigError, loadConfig } from "./config.ts";
import { RefusedByDiscord } from "./discord/connect.ts";
import { KnowledgeError } from "./knowledge/errors.ts";
import { createLogger } from "./logger.ts";
import { type PackageFiles, readPackageFiles } from "./package-files.ts";

/** Exit codes, as `docs/operations.md` lists them. */
const EXIT = { stopped: 0, failed: 1, settings: 2, locked: 3 } as const;

async function start(config: Config, logger: Logger, signal: AbortSignal): Promise<Bot> {
  const files = await readPackageFiles();
  if (config.token !== undefined) {
    const { token } = config;
    return startBot({ config: { ...config, token }, files, logger, signal });
  }
  return startOnPlayground(config, files, logger);
}

/** Without a token, the same bot runs against the stand-in for Discord; they meet on its socket alone. */
async function startOnPlayground(
  config: Config,
  files: PackageFiles,
  logger: Logger,
): Promise<Bot> {
  const { startPlayground } = await importPlayground();
  const playground = await startPlayground({ port: config.playgroundPort });
  let bot: Bot;
  try {
    bot = await startBot({
      config: {
        ...config,
        token: playground.token,
        apiUrl: playground.apiUrl,
        curatorGuildIds: [playground.guildId],
        curatorRoleIds: playground.curatorRoleIds,
        ...(playground.curatorChannelId === undefined
          ? {}
          : { curatorChannelId: playground.curatorChannelId }),
        dataDir: join(config.dataDir, "playground"),
      },
      files,
      logger,
    });
  } catch (error) {
    await playground.close();
    throw error;
  }
  announce(playground.url, logger);
  return {
    lost: bot.lost,
    async stop() {
      await bot.stop();
      await playground.close();
    },
  };
}

/** Without its address the playground is of no use, however little is logged. */
function announce(url: string, logger: Logger): void {
  if (logger.isLevelEnabled("info")) {
    logger.info({ url }, "no DISCORD_TOKEN: open the playground at this address");
  } else {
    process.stdout.write(`No DISCORD_TOKEN: open the playground at ${url}\n`);
  }
}

async function importPlayground() {
  try {
    return await import("./playground/start-playground.ts");
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND")) {
      throw error;
    }
    throw new ConfigError(
      "DISCORD_TOKEN is not set, and the playground is not installed: set DISCORD_TOKEN in .env, or install with `npm ci` (development dependencies included).",
    );
  }
}

function fail(message: string, code: number): never {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}

function explain(error: unknown, logger: Logger): never {
  if (error instanceof ConfigError) fail(error.message, EXIT.settings);
  if (error instanceof KnowledgeError) {
    fail(error.message, error.code === "storage-locked" ? EXIT.locked : EXIT.failed);
  }
  if (error instanceof RefusedByDiscord) fail(error.message, EXIT.failed);
  logger.fatal({ err: error }, "start failed");
  process.exit(EXIT.failed);
}

function loadSettings() {
  try {
    return loadConfig(process.env);
  } catch (error) {
    if (error instanceof ConfigError) fail(error.message, EXIT.settings);
    throw error;
  }
}

dotenv.config({ quiet: true });
const { config, warnings } = loadSettings();
const logger = createLogger({ level: config.logLevel, secrets: [config.token ?? ""] });
for (const warning of warnings) logger.warn(warning);

process.on("unhandledRejection", (error) => logger.error({ err: error }, "unhandled rejection"));
process.on("uncaughtException", (error) => {
  logger.fatal({ err: error }, "uncaught exception");
  process.exit(EXIT.failed);
});

const stopping = new AbortController();
const stopped = new Promise<undefined>((resolve) => {
  stopping.signal.addEventListener("abort", () => resolve(undefined));
});
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(name, () => {
    if (stopping.signal.aborted) process.exit(EXIT.failed);
    stopping.abort();
  });
}
try {
  const bot = await start(config, logger, stopping.signal);
  const lost = await Promise.race([bot.lost, stopped]);
  if (lost) logger.fatal({ reason: lost.message }, "discord ended the connection for good");
  await bot.stop();
  process.exit(lost ? EXIT.failed : EXIT.stopped);
} catch (error) {
  const isGivenUp =
    stopping.signal.aborted && error instanceof Error && error.name === "AbortError";
  if (isGivenUp) process.exit(EXIT.stopped);
  explain(error, logger);
}
