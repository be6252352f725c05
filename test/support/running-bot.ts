import { mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import type {
  APIButtonComponentWithCustomId,
  APIMessageComponent,
  APIStringSelectComponent,
} from "discord.js";
import { type Bot, startBot } from "../../src/bot.ts";
import { type Config, loadConfig } from "../../src/config.ts";
import { createLogger } from "../../src/logger.ts";
import { readPackageFiles } from "../../src/package-files.ts";
import type { Exchange, OptionValues, ShownMessage } from "../../src/playground/protocol.ts";
import { type Playground, startPlayground } from "../../src/playground/start-playground.ts";
import type { World } from "../../src/playground/world/world.ts";
import { type FileSystem, nodeFileSystem } from "../../src/stores/file-system.ts";

/** A bot that runs against a stand-in for Discord of its own, in this process, over real sockets. */
export interface TestBot {
  readonly playground: Playground;
  /** What the bot wrote to its log, a line each. */
  readonly log: readonly string[];
  /** Somebody in a place: names as the default world has them, such as `Member` in `help`. */
  person(name: string, place?: string): TestPerson;
  /** Stops the bot and starts another one on the same store, with the stand-in as it is. */
  restart(settings?: Readonly<Record<string, string>>): Promise<void>;
  /** Takes the folder of the store away from the running bot, as a failing disk does; what is returned brings it back. */
  loseDisk(): Promise<() => Promise<void>>;
  stop(): Promise<void>;
}

export interface TestPerson {
  readonly id: string;
  readonly placeId: string;
  command(name: string, options?: OptionValues, subcommand?: string): Promise<Exchange>;
  complete(name: string, option: string, typed: string, subcommand?: string): Promise<Exchange>;
  messageCommand(name: string, messageId: string): Promise<Exchange>;
  /** Presses the button with this label on a message. */
  press(message: ShownMessage | undefined, label: string): Promise<Exchange>;
  /** Chooses a value in the message's first menu; its first option where none is given. */
  choose(message: ShownMessage | undefined, value?: string): Promise<Exchange>;
  /** Sends what only a modified client would: any custom id, on a message that need not have it. */
  forge(
    message: ShownMessage | undefined,
    customId: string,
    values?: readonly string[],
  ): Promise<Exchange>;
  submit(
    opened: Exchange,
    fields: Readonly<Record<string, string | readonly string[]>>,
  ): Promise<Exchange>;
}

interface TestBotOptions {
  readonly settings?: Readonly<Record<string, string>>;
  readonly factsDir?: string;
  readonly world?: World;
  readonly disk?: FileSystem;
}

export async function startTestBot({
  settings = {},
  factsDir = "data",
  world,
  disk = nodeFileSystem,
}: TestBotOptions = {}): Promise<TestBot> {
  const playground = await startPlayground({ port: 0, ...(world ? { world } : {}) });
  const dataDir = await mkdtemp(join(tmpdir(), "facts-bot-"));
  const files = await readPackageFiles();
  const log: string[] = [];
  const destination = new Writable({
    write(chunk, _encoding, done) {
      log.push(String(chunk));
      done();
    },
  });
  const start = (more: Readonly<Record<string, string>>): Promise<Bot> => {
    const { config } = loadConfig({
      DISCORD_TOKEN: playground.token,
      DISCORD_API_URL: playground.apiUrl,
      CURATOR_GUILD_IDS: playground.guildId,
      FACTS_DIR: factsDir,
      DATA_DIR: dataDir,
      LOG_LEVEL: "debug",
      ...settings,
      ...more,
    });
    const logger = createLogger({
      level: config.logLevel,
      secrets: [playground.token],
      destination,
    });
    return startBot({ config: withToken(config, playground.token), files, logger, disk });
  };
  let bot = await start({});
  return {
    playground,
    log,
    person: (name, place) => personOf(() => playground, name, place),
    async restart(more = {}) {
      await bot.stop();
      bot = await start(more);
    },
    async loseDisk() {
      const away = `${dataDir}.away`;
      await rename(dataDir, away);
      return () => rename(away, dataDir);
    },
    async stop() {
      await bot.stop();
      await playground.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function withToken(config: Config, token: string): Config & { readonly token: string } {
  return { ...config, token };
}

/** Somebody who need not be there before they do something. */
export function personOf(
  playground: () => Pick<Playground, "drive">,
  name: string,
  placeName = "help",
): TestPerson {
  const act: Playground["drive"]["act"] = (...deed) => playground().drive.act(...deed);
  const where = () => {
    const { people, places } = playground().drive.state();
    const person = people.find((candidate) => candidate.name === name);
    const place = places.find(
      (candidate) => candidate.name === placeName && candidate.people.includes(person?.id ?? ""),
    );
    if (!person || !place) throw new Error(`nobody called ${name} in ${placeName}`);
    return { as: person.id, in: place.id };
  };
  const component = (
    message: ShownMessage | undefined,
    customId: string,
    values?: readonly string[],
  ) => ({
    ...where(),
    type: "component" as const,
    message: idOf(message),
    customId,
    ...(values ? { values } : {}),
  });
  return {
    get id() {
      return where().as;
    },
    get placeId() {
      return where().in;
    },
    command: (command, options = {}, subcommand) =>
      act({
        ...where(),
        type: "command",
        command,
        options,
        ...(subcommand ? { subcommand } : {}),
      }),
    complete: (command, option, typed, subcommand) =>
      act({
        ...where(),
        type: "autocomplete",
        command,
        options: { [option]: typed },
        focused: option,
        ...(subcommand ? { subcommand } : {}),
      }),
    messageCommand: (command, message) =>
      act({ ...where(), type: "message-command", command, message }),
    press: (message, label) => act(component(message, buttonOf(message, label).custom_id)),
    choose(message, value) {
      const menu = menuOf(message);
      const chosen = value ?? menu.options[0]?.value ?? "";
      return act(component(message, menu.custom_id, [chosen]));
    },
    forge: (message, customId, values) =>
      act(component(message, customId, values), { unchecked: true }),
    submit: (opened, fields) => act({ ...where(), type: "modal", exchange: opened.id, fields }),
  };
}

function idOf(message: ShownMessage | undefined): string {
  if (!message) throw new Error("there is no message");
  return message.message.id;
}

/** Every component of a message, out of its rows. */
export function componentsOf(message: ShownMessage | undefined): readonly APIMessageComponent[] {
  const parts: APIMessageComponent[] = [];
  for (const component of message?.message.components ?? []) {
    if ("components" in component) parts.push(...component.components);
    else parts.push(component);
  }
  return parts;
}

function isButton(component: APIMessageComponent): component is APIButtonComponentWithCustomId {
  return component.type === 2 && "custom_id" in component;
}

export function buttonsOf(
  message: ShownMessage | undefined,
): readonly APIButtonComponentWithCustomId[] {
  return componentsOf(message).filter(isButton);
}

export function buttonOf(
  message: ShownMessage | undefined,
  label: string,
): APIButtonComponentWithCustomId {
  const button = buttonsOf(message).find((candidate) => candidate.label === label);
  if (!button)
    throw new Error(`no button says ${label}, only ${buttonsOf(message).map((b) => b.label)}`);
  return button;
}

export function menuOf(message: ShownMessage | undefined): APIStringSelectComponent {
  const menu = componentsOf(message).find((component) => component.type === 3);
  if (menu?.type !== 3) throw new Error("the message has no menu");
  return menu;
}

/** The message as it is now: an exchange holds what its first response made. */
export function current(
  bot: Pick<TestBot, "playground">,
  message: ShownMessage | undefined,
): ShownMessage | undefined {
  return bot.playground.drive
    .state()
    .messages.find((shown) => shown.message.id === message?.message.id);
}
