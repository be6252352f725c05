import {
  type Client,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayCloseCodes,
} from "discord.js";
import type { Logger } from "pino";

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;

/** Discord refused what no waiting can mend, such as a wrong token. Its message says what to do. */
export class RefusedByDiscord extends Error {
  override readonly name = "RefusedByDiscord";
}

export interface Connection {
  readonly client: Client;
  /** Resolves when Discord ends the connection for good, which happens when the token is taken back. */
  readonly lost: Promise<RefusedByDiscord>;
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
export async function connect(dependencies: Dependencies): Promise<Connection> {
  const { newClient, token, logger, wait } = dependencies;
  for (let attempt = 0; ; attempt++) {
    const client = newClient();
    const lost = closedForGood(client);
    try {
      await logIn(client, token, lost);
      return { client, lost };
    } catch (error) {
      await client.destroy().catch(() => undefined);
      if (error instanceof RefusedByDiscord) throw error;
      if (isTokenInvalid(error)) throw new RefusedByDiscord(TOKEN_REFUSED, { cause: error });
      // Also for a 403: that is how Cloudflare bars an address for some time, and a wrong token is always a 401.
      const waitMs = Math.min(FIRST_WAIT_MS * 2 ** attempt, LONGEST_WAIT_MS);
      const sentence = "discord is out of reach, trying again";
      logger.warn({ err: error, waitSeconds: waitMs / 1_000 }, sentence);
      await wait(waitMs);
    }
  }
}

async function logIn(
  client: Client,
  token: string,
  lost: Promise<RefusedByDiscord>,
): Promise<void> {
  const ready = new Promise<undefined>((resolve) => {
    client.once(Events.ClientReady, () => resolve(undefined));
  });
  const loggedIn = client.login(token).then(() => ready);
  const refused = await Promise.race([loggedIn, lost]);
  if (refused) throw refused;
}

/** discord.js tells of a disconnection only when it will not reconnect. */
function closedForGood(client: Client): Promise<RefusedByDiscord> {
  return new Promise((resolve) => {
    client.once(Events.ShardDisconnect, ({ code }) =>
      resolve(new RefusedByDiscord(sentenceOf(code))),
    );
  });
}

const TOKEN_REFUSED =
  "Discord does not accept DISCORD_TOKEN. Copy DISCORD_TOKEN again from the Bot page of your application, and start the bot.";

/** @see https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
function sentenceOf(closeCode: number): string {
  switch (closeCode) {
    case GatewayCloseCodes.AuthenticationFailed:
      return TOKEN_REFUSED;
    case GatewayCloseCodes.InvalidShard:
    case GatewayCloseCodes.ShardingRequired:
      return `Discord wants this bot to use shards (close code ${closeCode}), which it does not: it is in too many servers. Remove it from some, and start it.`;
    default:
      return `Discord's gateway does not work with this version of the bot (close code ${closeCode}). Update the bot, and start it.`;
  }
}

function isTokenInvalid(error: unknown): boolean {
  return error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
}
