import { type DestinationStream, type Logger, pino } from "pino";
import pretty from "pino-pretty";
import { aboutError } from "./about-error.ts";

export type { Logger } from "pino";

interface Options {
  readonly level: string;
  /** What must never be written, such as the token. */
  readonly secrets: readonly string[];
  /** Standard output unless told otherwise. */
  readonly destination?: DestinationStream;
}

/** With the token in such an address anybody could answer in the bot's place, for 15 minutes. */
const INTERACTION_TOKEN = /(\/(?:interactions|webhooks)\/\d+\/)[\w%.-]+/g;

/**
 * A logger that writes JSON lines, or readable ones on a terminal, synchronously: the last line before an exit is the
 * one that matters. Secrets are taken out of whatever is written, wherever they stand in it; of an error it tells what
 * {@link aboutError} says.
 */
export function createLogger({ level, secrets, destination }: Options): Logger {
  const output =
    destination ??
    (process.stdout.isTTY ? pretty({ sync: true }) : pino.destination({ sync: true }));
  const hidden = secrets.filter((secret) => secret.length > 0);
  return pino(
    {
      level,
      serializers: { err: aboutError },
      hooks: {
        streamWrite: (line) =>
          hidden
            .reduce((text, secret) => text.replaceAll(secret, "[redacted]"), line)
            .replaceAll(INTERACTION_TOKEN, "$1[redacted]"),
      },
    },
    output,
  );
}
