import { DiscordAPIError, type REST } from "discord.js";
import type { Logger } from "pino";
import type { Command } from "./command.ts";
import { registerCommands } from "./registration.ts";

/** Remembers, across restarts, which servers were given commands of their own. */
export interface RegisteredGuilds {
  list(): readonly string[];
  save(guildIds: readonly string[]): Promise<void>;
}

interface Dependencies {
  readonly rest: REST;
  readonly applicationId: string;
  readonly commands: readonly Command[];
  /** The servers that get the commands of curators; a server that was dropped loses them. */
  readonly guildIds: readonly string[];
  readonly registeredGuilds: RegisteredGuilds;
  /** Filled in with the ids of the commands for everybody, by name. */
  readonly commandIds: Map<string, string>;
  readonly logger: Logger;
  /** Waits, or rejects when the bot is stopped meanwhile. */
  readonly wait: (ms: number) => Promise<void>;
}

const RETRY_MS = 10 * 60_000;

/**
 * Registers the commands for everybody, and those for curators in each curating server. What Discord refuses is a
 * warning, and is tried again every ten minutes. Resolves when each was tried once.
 */
export async function keepRegistered(dependencies: Dependencies): Promise<void> {
  const { rest, applicationId, commands, guildIds, registeredGuilds, commandIds } = dependencies;
  const { logger, wait } = dependencies;
  const dataOf = (wanted: Command["scope"]) =>
    commands.filter(({ scope }) => scope === wanted).map(({ data }) => data);

  async function forEverybody(): Promise<void> {
    const data = dataOf("everybody");
    const { changed, commands: known } = await registerCommands(rest, applicationId, data);
    for (const { id, name } of known) commandIds.set(name, id);
    logger.debug({ commands: known.length, changed }, "commands registered");
  }

  async function inGuild(guildId: string): Promise<void> {
    const known = registeredGuilds.list();
    // Remembered before they are registered: what a crash in between leaves behind is known of.
    if (!known.includes(guildId)) await registeredGuilds.save([...known, guildId]);
    const data = dataOf("curators");
    const { changed } = await registerCommands(rest, applicationId, data, guildId);
    logger.debug({ guild: guildId, changed }, "commands for curators registered");
  }

  async function outOfGuild(guildId: string): Promise<void> {
    await registerCommands(rest, applicationId, [], guildId).catch((error: unknown) => {
      // The bot is in that server no more, or the server is gone: so are its commands.
      if (!(error instanceof DiscordAPIError && [403, 404].includes(error.status))) throw error;
    });
    await registeredGuilds.save(registeredGuilds.list().filter((id) => id !== guildId));
    logger.info({ guild: guildId }, "commands for curators taken back");
  }

  async function attempt(work: () => Promise<void>, about: object): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      logger.warn({ ...about, err: error }, "commands not registered, trying again in ten minutes");
      return false;
    }
  }

  async function keepTrying(work: () => Promise<void>, about: object): Promise<void> {
    do await wait(RETRY_MS);
    while (!(await attempt(work, about)));
  }

  async function keep(work: () => Promise<void>, about: object): Promise<void> {
    if (await attempt(work, about)) return;
    // It rejects when the bot is stopped, which ends the waiting.
    keepTrying(work, about).catch(() => undefined);
  }

  const dropped = registeredGuilds.list().filter((id) => !guildIds.includes(id));
  await keep(forEverybody, {});
  for (const guild of guildIds) await keep(() => inGuild(guild), { guild });
  for (const guild of dropped) await keep(() => outOfGuild(guild), { guild });
}
