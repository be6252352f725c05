import { createHmac, randomUUID } from "node:crypto";
import type { Logger } from "pino";
import type { BotStatus } from "../commands/command-deps.ts";
import { createCommands } from "../commands/index.ts";
import type { Background } from "./background.ts";
import type { Config } from "./config.ts";
import type { Command } from "./discord/command.ts";
import { createDispatcher, type Dispatcher } from "./discord/dispatcher.ts";
import { createDownload } from "./discord/download.ts";
import type { Outbox } from "./discord/outbox.ts";
import { createAuthorize } from "./discord/permissions.ts";
import type { OpenKnowledge } from "./open-knowledge.ts";
import type { Stores } from "./stores/open-stores.ts";

interface Dependencies {
  readonly config: Config;
  readonly logger: Logger;
  readonly stores: Stores;
  readonly knowledge: OpenKnowledge;
  readonly outbox: Outbox;
  readonly background: Background;
  readonly status: () => BotStatus;
  /** What is kept about users, in Markdown. */
  readonly privacy: string;
}

export interface Wired {
  readonly commands: readonly Command[];
  readonly dispatcher: Dispatcher;
}

/** The commands with all that they need, behind the one place where interactions come in. */
export function wireCommands(dependencies: Dependencies): Wired {
  const { config, logger, stores, knowledge, outbox, background, status, privacy } = dependencies;
  const commands = createCommands({
    ...knowledge,
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
    privacy,
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
  return { commands, dispatcher };
}
