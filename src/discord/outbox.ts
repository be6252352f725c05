import { type REST, Routes } from "discord.js";
import type { Logger } from "pino";
import type { MessageBody } from "./command.ts";

/** Sends messages that answer no interaction. None of them pings anybody. */
export interface Outbox {
  /** Posts in the curators' channel, where there is one. A failure is a warning in the log. */
  toCurators(message: MessageBody): Promise<void>;
  /** Sends a direct message; false where Discord does not let it through. */
  toUser(userId: string, message: MessageBody): Promise<boolean>;
}

interface Dependencies {
  readonly rest: REST;
  readonly curatorChannelId: string | undefined;
  readonly logger: Logger;
}

export function createOutbox({ rest, curatorChannelId, logger }: Dependencies): Outbox {
  async function post(channelId: string, message: MessageBody): Promise<void> {
    await rest.post(Routes.channelMessages(channelId), {
      body: { ...message, allowed_mentions: { parse: [] } },
    });
  }

  return {
    async toCurators(message) {
      if (curatorChannelId === undefined) return;
      try {
        await post(curatorChannelId, message);
      } catch (error) {
        logger.warn({ channel: curatorChannelId, err: error }, "curators' channel not told");
      }
    },
    async toUser(userId, message) {
      try {
        const channel = await rest.post(Routes.userChannels(), { body: { recipient_id: userId } });
        await post(idOf(channel), message);
        return true;
      } catch (error) {
        logger.debug({ err: error }, "direct message not let through");
        return false;
      }
    },
  };
}

function idOf(channel: unknown): string {
  if (typeof channel === "object" && channel !== null && "id" in channel) return String(channel.id);
  throw new TypeError("Discord did not answer with a channel");
}
