import { z } from "zod";

/** Everything that can be set, read once. Documented for operators in `.env.example`. */
export interface Config {
  /** Absent: the bot runs on the built-in playground. */
  readonly token?: string;
  readonly apiUrl: string;
  readonly curatorGuildIds: readonly string[];
  readonly curatorRoleIds: readonly string[];
  readonly curatorChannelId?: string;
  readonly requireSecondCurator: boolean;
  readonly staleAfterDays: number;
  readonly repeatWindowMs: number;
  readonly gaps: boolean;
  readonly factsDir: string;
  readonly dataDir: string;
  readonly logLevel: string;
  readonly playgroundPort: number;
}

/** What the settings came to, and what looks odd about them without being wrong. */
export interface LoadedConfig {
  readonly config: Config;
  readonly warnings: readonly string[];
}

/** The settings are wrong. The message names every problem, one a line. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;
export const DATA_DIR_DEFAULT = "var";
const DISCORD_API_URL = "https://discord.com/api";

const id = z.string().regex(/^\d{17,20}$/, "must be an id of Discord: 17 to 20 digits");
const ids = z
  .string()
  .default("")
  .transform((value) => value.split(/[\s,]+/).filter((part) => part !== ""))
  .pipe(z.array(id));
/** @param words how its values are called where it is documented; the others are understood too */
const flag = (words: "yes or no" | "on or off", otherwise: boolean) =>
  text(
    z
      .enum(["yes", "no", "on", "off", "true", "false"], `must be ${words}`)
      .transform((value) => ["yes", "on", "true"].includes(value))
      .default(otherwise),
  );
const number = (min: number, max: number, otherwise: number) => {
  const message = `must be a whole number from ${min} to ${max}`;
  return text(
    z
      .string()
      .regex(/^\d{1,9}$/, message)
      .transform(Number)
      .refine((value) => value >= min && value <= max, message)
      .default(otherwise),
  );
};

const Settings = z.object({
  DISCORD_TOKEN: text(
    z
      .string()
      .regex(/^[\w-]{10,}\.[\w-]{4,}\.[\w-]{20,}$/, "does not look like a bot token")
      .optional(),
  ),
  DISCORD_API_URL: text(
    z
      .url("must be a URL such as https://discord.com/api")
      .refine(
        isSafeUrl,
        "must be https: the token goes there. Plain http is for 127.0.0.1 and localhost only",
      )
      .transform((url) => url.replace(/\/+$/, ""))
      .default(DISCORD_API_URL),
  ),
  CURATOR_GUILD_IDS: ids,
  CURATOR_ROLE_IDS: ids,
  CURATOR_CHANNEL_ID: text(id.optional()),
  REQUIRE_SECOND_CURATOR: flag("yes or no", false),
  STALE_AFTER_DAYS: number(1, 3_650, 180),
  REPEAT_WINDOW_SECONDS: number(0, 86_400, 120),
  GAPS: flag("on or off", true),
  FACTS_DIR: text(z.string().default("data")),
  DATA_DIR: text(z.string().default(DATA_DIR_DEFAULT)),
  LOG_LEVEL: text(z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(", ")}`).default("info")),
  PLAYGROUND_PORT: number(0, 65_535, 4_680),
});

/** Every setting there is. */
export const SETTING_NAMES: readonly string[] = Object.keys(Settings.shape);

/** Reads the settings from an environment. Throws {@link ConfigError}. */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): LoadedConfig {
  const parsed = Settings.safeParse(env);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(
      (issue) => `- ${String(issue.path[0])} ${issue.message}.`,
    );
    throw new ConfigError(["The settings are wrong:", ...lines].join("\n"));
  }
  const settings = parsed.data;
  return {
    config: {
      ...(settings.DISCORD_TOKEN === undefined ? {} : { token: settings.DISCORD_TOKEN }),
      apiUrl: settings.DISCORD_API_URL,
      curatorGuildIds: settings.CURATOR_GUILD_IDS,
      curatorRoleIds: settings.CURATOR_ROLE_IDS,
      ...(settings.CURATOR_CHANNEL_ID === undefined
        ? {}
        : { curatorChannelId: settings.CURATOR_CHANNEL_ID }),
      requireSecondCurator: settings.REQUIRE_SECOND_CURATOR,
      staleAfterDays: settings.STALE_AFTER_DAYS,
      repeatWindowMs: settings.REPEAT_WINDOW_SECONDS * 1_000,
      gaps: settings.GAPS,
      factsDir: settings.FACTS_DIR,
      dataDir: settings.DATA_DIR,
      logLevel: settings.LOG_LEVEL,
      playgroundPort: settings.PLAYGROUND_PORT,
    },
    warnings: warningsOf(env, settings),
  };
}

/** An empty setting counts as absent, as an unfilled line of `.env` leaves it. */
function text<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value) => {
    const trimmed = typeof value === "string" ? value.trim() : value;
    return trimmed === "" ? undefined : trimmed;
  }, schema);
}

function isSafeUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  if (protocol === "https:") return true;
  return protocol === "http:" && ["127.0.0.1", "localhost", "[::1]"].includes(hostname);
}

function warningsOf(
  env: Readonly<Record<string, string | undefined>>,
  settings: z.output<typeof Settings>,
): readonly string[] {
  const warnings = Object.keys(env)
    .filter((name) => !SETTING_NAMES.includes(name))
    .flatMap((name) => {
      const near = SETTING_NAMES.find((known) => isNear(name, known));
      return near ? [`${name} is not a setting. Did you mean ${near}?`] : [];
    });
  if (env.DISCORD_TOKEN && settings.DISCORD_TOKEN === undefined) {
    warnings.push("DISCORD_TOKEN holds nothing but spaces: the playground is started instead.");
  }
  if (settings.DISCORD_TOKEN && settings.CURATOR_GUILD_IDS.length === 0) {
    warnings.push("CURATOR_GUILD_IDS is empty: nobody can change facts from Discord.");
  }
  return warnings;
}

/** One letter more, fewer or other, or a plural: close enough to be a slip. */
function isNear(name: string, known: string): boolean {
  if (Math.abs(name.length - known.length) > 1) return false;
  // Of short names, many are one letter from another one.
  if (name.length < 6) return name.startsWith(known) || known.startsWith(name);
  let start = 0;
  while (start < name.length && name[start] === known[start]) start++;
  let end = 0;
  const shorter = Math.min(name.length, known.length) - start;
  while (end < shorter && name.at(-1 - end) === known.at(-1 - end)) end++;
  return Math.max(name.length, known.length) - start - end <= 1;
}
