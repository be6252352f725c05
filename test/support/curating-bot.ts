import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect } from "vitest";
import type { Fact } from "../../src/knowledge/fact.ts";
import type { Exchange, ShownMessage } from "../../src/playground/protocol.ts";
import type { World } from "../../src/playground/world/world.ts";
import type { FileSystem } from "../../src/stores/file-system.ts";
import { fact } from "./facts.ts";
import { personOf, startTestBot, type TestBot, type TestPerson } from "./running-bot.ts";

/** A bot on a few facts of its own, for tests that change them. */
export interface CuratingBot extends TestBot {
  /** Puts other facts into the place of the shipped ones, for the next restart. */
  ship(facts: readonly Fact[]): Promise<void>;
}

interface Options {
  readonly facts?: readonly Fact[];
  readonly settings?: Readonly<Record<string, string>>;
  readonly world?: World;
  readonly disk?: FileSystem;
}

/** Of the default world. */
export const CURATOR_ROLE = "1100000000000000113";
export const MODERATORS_CHANNEL = "1100000000000000103";

export const FACTS: readonly Fact[] = [
  fact({
    id: "rust-merged",
    title: "Rust support was merged for Linux 6.1",
    body: "The first Rust code came with Linux 6.1. It was infrastructure only.",
    aliases: ["rust merge"],
    since: "6.1",
    related: ["spin-lock"],
  }),
  fact({
    id: "spin-lock",
    title: "Spin locks have a Rust abstraction",
    body: "See `SpinLock<T>`.",
  }),
];

export async function startCuratingBot(options: Options = {}): Promise<CuratingBot> {
  const { facts = FACTS, settings = {}, world, disk } = options;
  const factsDir = await mkdtemp(join(tmpdir(), "facts-data-"));
  await writeKnowledge(factsDir, facts);
  const bot = await startTestBot({
    factsDir,
    settings,
    ...(world ? { world } : {}),
    ...(disk ? { disk } : {}),
  });
  return {
    ...bot,
    ship: (shipped) => writeKnowledge(factsDir, shipped),
    async stop() {
      await bot.stop();
      await rm(factsDir, { recursive: true, force: true });
    },
  };
}

/**
 * A bot of its own for each test of a file: started before it, stopped after it, and by then it must have sent nothing
 * that Discord would refuse. People can be named before it runs.
 */
export function useCuratingBot(options: Options = {}): Omit<CuratingBot, "stop"> {
  let bot: CuratingBot | undefined;
  beforeEach(async () => {
    bot = await startCuratingBot(options);
  });
  afterEach(async () => {
    expect(running().playground.violations()).toEqual([]);
    await running().stop();
    bot = undefined;
  });

  function running(): CuratingBot {
    if (bot) return bot;
    throw new Error("the bot runs during a test only");
  }

  return {
    get playground() {
      return running().playground;
    },
    get log() {
      return running().log;
    },
    person: (name, place) => personOf(() => running().playground, name, place),
    restart: (settings) => running().restart(settings),
    loseDisk: () => running().loseDisk(),
    ship: (facts) => running().ship(facts),
  };
}

async function writeKnowledge(dir: string, facts: readonly Fact[]): Promise<void> {
  const topics = [
    { id: "history", title: "History", description: "What happened, and when." },
    { id: "locking", title: "Locking", description: "How data is kept whole." },
  ];
  const releases = ["6.1", "6.18", "7.1", "7.2"].map((version) => ({
    version,
    date: "2026-01-01",
    toolchain: "minimum",
    longTerm: false,
    sources: fact().sources,
  }));
  await mkdir(join(dir, "facts"), { recursive: true });
  await writeFile(join(dir, "topics.json"), JSON.stringify(topics));
  await writeFile(join(dir, "releases.json"), JSON.stringify(releases));
  await writeFile(join(dir, "facts", "all.json"), JSON.stringify(facts));
}

type Fields = Readonly<Record<string, string | readonly string[]>>;

/** What stands in the inputs of an open modal. */
export function inputsOf({ modal }: Exchange): Record<string, string> {
  const inputs: Record<string, string> = {};
  for (const label of modal?.components ?? []) {
    if (!("component" in label)) continue;
    const { component } = label;
    if ("value" in component) inputs[component.custom_id] = component.value ?? "";
    else if ("options" in component) {
      const chosen = component.options.find((option) => option.default);
      inputs[component.custom_id] = chosen?.value ?? "";
    } else inputs[component.custom_id] = "";
  }
  return inputs;
}

/** Opens the form of a part of a fact. */
export function openForm(person: TestPerson, factId: string, part = "text"): Promise<Exchange> {
  return person.command("facts", { fact: factId, part }, "edit");
}

/** Sends a form off with some of its inputs changed. */
export function send(person: TestPerson, opened: Exchange, changed: Fields): Promise<Exchange> {
  const inputs = inputsOf(opened);
  const fields = Object.entries({ ...inputs, ...changed }).map(([id, value]) => {
    const isMenu = ["topic", "featured"].includes(id) && typeof value === "string";
    return [id, isMenu ? [value] : value] as const;
  });
  return person.submit(opened, Object.fromEntries(fields));
}

/** Changes some inputs of a part of a fact, and expects that they are saved. */
export async function edit(
  person: TestPerson,
  factId: string,
  changed: Fields,
  part = "text",
): Promise<Exchange> {
  const saved = await send(person, await openForm(person, factId, part), changed);
  expect(contentOf(saved)).toMatch(/^Saved/);
  return saved;
}

export function contentOf({ message }: Exchange): string {
  return message?.message.content ?? "";
}

/** The texts of all embeds of a message, one after another. */
export function embedsOf(shown: ShownMessage | undefined): string {
  return (shown?.message.embeds ?? [])
    .flatMap(({ title, description }) => [title, description])
    .filter(Boolean)
    .join("\n");
}

/** The texts of the files of a message, by name. */
export async function filesOf(shown: ShownMessage | undefined): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const { filename, url } of shown?.message.attachments ?? []) {
    files.set(filename, await (await fetch(url)).text());
  }
  return files;
}

/** The fact as readers get it. */
export async function readFact(bot: Pick<TestBot, "person">, factId: string): Promise<string> {
  const { message } = await bot.person("Member").command("fact", { name: factId, hide: true });
  return embedsOf(message);
}
