import {
  type Client,
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
} from "discord.js";
import type { Logger } from "pino";

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;

/** Discord refused what no waiting can mend, such as a wrong token. */
export class RefusedByDiscord extends Error {
  override readonly name = "RefusedByDiscord";
}

interface Dependencies {
  /** A client that has never logged in: a failed login uses one up. */
  readonly newClient: () => Client;
  readonly token: string;
  readonly logger: Logger;
  /** Waits, or rejects when the bot is stopped meanwhile. */
  readonly wait: (ms: number) => Promise<void>;
}

/**
 * Logs in, however long Discord is out of reach: waits 1, 2, 4 … 60 seconds between attempts. Resolves with a client
 * that is ready. Rejects with {@link RefusedByDiscord}, or as `wait` does.
 */
export async function connect({ newClient, token, logger, wait }: Dependencies): Promise<Client> {
  for (let attempt = 0; ; attempt++) {
    const client = newClient();
    try {
      await logIn(client, token);
      return client;
    } catch (error) {
      await client.destroy().catch(() => undefined);
      const refusal = refusalOf(error);
      if (refusal) throw new RefusedByDiscord(refusal, { cause: error });
      const waitMs = Math.min(FIRST_WAIT_MS * 2 ** attempt, LONGEST_WAIT_MS);
      const sentence = "discord is out of reach, trying again";
      logger.warn({ err: error, waitSeconds: waitMs / 1_000 }, sentence);
      await wait(waitMs);
    }
  }
}

async function logIn(client: Client, token: string): Promise<void> {
  const ready = new Promise<void>((resolve, reject) => {
    client.once(Events.ClientReady, () => resolve());
    client.once(Events.ShardDisconnect, ({ code }) => reject(new RefusedClose(code)));
  });
  ready.catch(() => undefined);
  await client.login(token);
  await ready;
}

class RefusedClose extends Error {
  override readonly name = "RefusedClose";
  readonly code: number;

  constructor(code: number) {
    super(`the gateway closed the connection for good (${code})`);
    this.code = code;
  }
}

function refusalOf(error: unknown): string | undefined {
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) {
    return "Discord does not accept DISCORD_TOKEN. Copy it again from the Bot page of your application.";
  }
  if (error instanceof DiscordAPIError && (error.status === 401 || error.status === 403)) {
    return `Discord does not let this bot in (${error.status}: ${error.message}). Check DISCORD_TOKEN.`;
  }
  if (error instanceof RefusedClose) {
    return `Discord's gateway refused the bot for good (close code ${error.code}). Check DISCORD_TOKEN.`;
  }
  return undefined;
}
