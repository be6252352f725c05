import type { Interaction } from "discord.js";
import type { Logger } from "pino";
import { KnowledgeError } from "../knowledge/errors.ts";
import { isAnswerable, isTooLate, tell } from "./answers.ts";
import { autocompleteCall, commandCall, componentCall, modalCall } from "./caller.ts";
import type { Caller, Command, Response } from "./command.ts";
import { parseCustomId } from "./custom-id.ts";
import { DISCORD_LIMITS } from "./limits.ts";
import { aboutInteraction, whoIs } from "./log-fields.ts";
import type { Authorize } from "./permissions.ts";
import { refusalText } from "./problem-list.ts";
import { createRecentIds } from "./recent-ids.ts";
import { type Answerable, deferPrivately, sendResponse } from "./send-response.ts";

export interface Dispatcher {
  /**
   * Answers an interaction, once however often it is delivered. Never rejects: what goes wrong is told to the user in a
   * sentence and to the log whole.
   */
  dispatch(interaction: Interaction, roleIds: readonly string[]): Promise<void>;
  /** Resolves when every interaction under way has been answered. */
  idle(): Promise<void>;
}

interface Dependencies {
  readonly commands: readonly Command[];
  /** Who may use the commands of curators. This is the one place where it is asked, on every way in. */
  readonly authorize: Authorize;
  readonly logger: Logger;
  /** An id that a user can quote and that leads to the line in the log. */
  readonly newErrorId: () => string;
}

/** A handler that takes longer is waiting for a disk or a server: the answer is deferred, for the caller alone. */
const SLOW_MS = 1_500;

const NOT_ALLOWED = "not-allowed";

export function createDispatcher(dependencies: Dependencies): Dispatcher {
  const { commands, authorize, logger, newErrorId } = dependencies;
  const byName = new Map(commands.map((command) => [command.data.name, command]));
  const byKey = new Map(commands.map((command) => [command.key, command]));
  const underWay = new Set<Promise<void>>();
  const isNew = createRecentIds();

  async function complete(interaction: Interaction, roleIds: readonly string[]): Promise<void> {
    if (!interaction.isAutocomplete()) return;
    const command = byName.get(interaction.commandName);
    const call = autocompleteCall(interaction, roleIds);
    const refused = command !== undefined && !isAllowed(command, call);
    if (refused) logRefusal(interaction);
    const choices = refused ? [] : await command?.autocomplete?.(call);
    await interaction.respond([...(choices ?? [])].slice(0, DISCORD_LIMITS.choices));
  }

  async function respond(
    interaction: Answerable,
    roleIds: readonly string[],
  ): Promise<Response | undefined> {
    if (interaction.isChatInputCommand() || interaction.isMessageContextMenuCommand()) {
      const command = byName.get(interaction.commandName);
      const call = commandCall(interaction, roleIds);
      return command && allowed(command, call).execute(call);
    }
    const id = parseCustomId(interaction.customId);
    const command = id && byKey.get(id.command);
    if (!command) return undefined;
    if (interaction.isModalSubmit()) {
      const call = modalCall(interaction, id, roleIds);
      return allowed(command, call).submit?.(call);
    }
    const call = componentCall(interaction, id, roleIds);
    return allowed(command, call).component?.(call);
  }

  function isAllowed({ scope }: Command, caller: Caller): boolean {
    return scope === "everybody" || authorize(caller);
  }

  function allowed(command: Command, caller: Caller): Command {
    if (isAllowed(command, caller)) return command;
    throw new KnowledgeError(
      NOT_ALLOWED,
      "Only curators can do this: members of a curating server who have Manage Server or a curator role there.",
    );
  }

  async function answer(interaction: Answerable, roleIds: readonly string[]): Promise<void> {
    try {
      const response = respond(interaction, roleIds);
      if (await isSlow(response)) await deferPrivately(interaction);
      await sendResponse(interaction, (await response) ?? UNKNOWN);
    } catch (error) {
      if (isTooLate(error)) throw error;
      await tell(interaction, sentenceFor(error, interaction));
    }
  }

  /** A refusal has its own sentence; anything else is a bug, told by an id that leads to it in the log. */
  function sentenceFor(error: unknown, interaction: Interaction): string {
    if (error instanceof KnowledgeError) {
      const refusal = { ...aboutInteraction(interaction), code: error.code };
      // A refusal with a cause is more than somebody's slip; what the storage refuses is reported by itself.
      const isSlip = error.cause === undefined || error.code === "storage-failed";
      if (error.code === NOT_ALLOWED) logRefusal(interaction);
      else if (isSlip) logger.info(refusal, "refused");
      else logger.warn({ ...refusal, err: error }, "refused");
      return refusalText(error);
    }
    const errorId = newErrorId();
    logger.error({ ...aboutInteraction(interaction), errorId, err: error }, "interaction failed");
    return `Something went wrong here, and it has been logged. If you report it, quote \`${errorId}\`.`;
  }

  function logRefusal(interaction: Interaction): void {
    const about = { ...aboutInteraction(interaction), ...whoIs(interaction), code: NOT_ALLOWED };
    logger.info(about, "refused");
  }

  async function handle(interaction: Interaction, roleIds: readonly string[]): Promise<void> {
    const startedAt = performance.now();
    try {
      if (interaction.isAutocomplete()) await complete(interaction, roleIds);
      else if (isAnswerable(interaction)) await answer(interaction, roleIds);
      const ms = Math.round(performance.now() - startedAt);
      logger.debug({ ...aboutInteraction(interaction), ms }, "interaction answered");
    } catch (error) {
      // Nothing can be said to the user any more: Discord takes no answer to this interaction.
      if (isTooLate(error))
        logger.info({ ...aboutInteraction(interaction), err: error }, "answer dropped");
      else logger.error({ ...aboutInteraction(interaction), err: error }, "answer failed");
    }
  }

  return {
    async dispatch(interaction, roleIds) {
      if (!isNew(interaction.id)) {
        logger.debug(aboutInteraction(interaction), "delivered twice, handled once");
        return;
      }
      const work = handle(interaction, roleIds).finally(() => underWay.delete(work));
      underWay.add(work);
      await work;
    },
    idle: async () => {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}

const UNKNOWN: Response = {
  type: "reply",
  private: true,
  message: {
    content:
      "That button, menu or command belongs to another version of this bot. Call the command again for a current one.",
  },
};

/** Whether there is still no response when waiting any longer might miss Discord's deadline. */
async function isSlow(response: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(true), SLOW_MS);
  });
  const done = response.then(
    () => false,
    () => false,
  );
  try {
    return await Promise.race([done, late]);
  } finally {
    clearTimeout(timer);
  }
}
