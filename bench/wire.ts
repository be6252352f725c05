/**
 * From interaction to callback over the wire, for bots with 60, 1,000 and 10,000 facts beside the smallest discord.js
 * bot that answers a constant. All run at once, each a process of its own against a stand-in of its own, and are asked
 * in turn, so that they share the machine's moods. Needs `npm run build` first; `npm run bench` does it.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Fact } from "../src/knowledge/fact.ts";
import { type Playground, startPlayground } from "../src/playground/start-playground.ts";
import { readKnowledge } from "../src/stores/read-knowledge.ts";
import { createRandom } from "./support/random.ts";

const ROUNDS = 200;
const WARM_UP = 20;
const SIZES = [60, 1_000, 10_000];

interface Contestant {
  readonly name: string;
  readonly playground: Playground;
  readonly process: ChildProcess;
  readonly startMs: number;
  readonly times: Record<"autocomplete" | "ask", number[]>;
}

const work = mkdtempSync(join(tmpdir(), "facts-bench-"));
const shipped = await readKnowledge("data");
const random = createRandom(1);

/** Shipped facts as long as there are some, then facts of their length with their words in another order. */
function factsOf(count: number): readonly Fact[] {
  return Array.from({ length: count }, (_, at): Fact => {
    const model = shipped.facts[at % shipped.facts.length];
    if (!model) throw new Error("there are facts");
    const plain: Fact = { ...model, related: [], status: "current" };
    const { supersededBy: _gone, ...fact } = plain;
    if (at < shipped.facts.length) return fact;
    const words = fact.body
      .replaceAll("```", "")
      .split(/\s+/)
      .sort(() => random.int(3) - 1);
    const name = `${words.slice(0, 4).join(" ")} ${at}`.slice(0, 100).trim();
    return {
      ...fact,
      id: `fact-${at}`,
      title: name,
      aliases: [`alias ${at}`],
      body: words.join(" "),
    };
  });
}

function writeFacts(count: number): string {
  const dir = join(work, String(count));
  mkdirSync(join(dir, "facts"), { recursive: true });
  for (const file of ["topics.json", "releases.json"]) {
    writeFileSync(join(dir, file), readFileSync(join("data", file)));
  }
  writeFileSync(join(dir, "facts", "all.json"), JSON.stringify(factsOf(count)));
  return dir;
}

async function start(
  name: string,
  args: readonly string[],
  env: Record<string, string>,
): Promise<Contestant> {
  const playground = await startPlayground({
    token: `MTEwMDAwMDAwMDAwMDAwMDAwMQ.${"a".repeat(6)}.${"b".repeat(38)}`,
  });
  const startedAt = performance.now();
  const child = spawn(process.execPath, args, {
    env: {
      PATH: process.env.PATH,
      DISCORD_TOKEN: playground.token,
      DISCORD_API_URL: playground.apiUrl,
      CURATOR_GUILD_IDS: playground.guildId,
      LOG_LEVEL: "info",
      ...env,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise<void>((done, fail) => {
    child.stdout?.on("data", (text) => String(text).includes("bot ready") && done());
    child.once("exit", (code) => fail(new Error(`${name} ended with ${code}`)));
  });
  const startMs = performance.now() - startedAt;
  return { name, playground, process: child, startMs, times: { autocomplete: [], ask: [] } };
}

const QUESTIONS = [
  "when was rust merged into the kernel",
  "which rustc does 6.18 need",
  "what is pin_init",
  "wich drivers are writen in rust",
  "who maintains rust in the kernel",
];

async function round({ playground, times }: Contestant, at: number): Promise<void> {
  const { drive } = playground;
  const [as, place] = [playground.person("Member").id, playground.place("help").id];
  const question = QUESTIONS[at % QUESTIONS.length] ?? "";
  const typed = question.slice(0, 3 + (at % (question.length - 3)));
  const where = { as, in: place };
  const completed = await drive.act({
    ...where,
    type: "autocomplete",
    command: "fact",
    options: { name: typed },
    focused: "name",
  });
  const asked = await drive.act({
    ...where,
    type: "command",
    command: "ask",
    options: { question },
  });
  if (at < WARM_UP) return;
  times.autocomplete.push(completed.firstResponseMs ?? Number.NaN);
  times.ask.push(asked.firstResponseMs ?? Number.NaN);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function residentMb({ process: { pid } }: Contestant): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1_024;
}

const contestants = [
  await start(
    "constant",
    ["--import", import.meta.resolve("tsx"), resolve("bench/support/constant-bot.ts")],
    {},
  ),
];
for (const size of SIZES) {
  const env = { FACTS_DIR: writeFacts(size), DATA_DIR: join(work, `data-${size}`) };
  contestants.push(await start(`${size} facts`, ["dist/src/main.js"], env));
}

for (let at = 0; at < ROUNDS + WARM_UP; at++) {
  for (const contestant of contestants) await round(contestant, at);
}

const [floor] = contestants;
const row = (cells: readonly (string | number)[]) =>
  console.log(cells.map((cell) => String(cell).padStart(14)).join(""));
console.log(
  `interaction to callback over loopback, ms, ${ROUNDS} rounds in turn; x: the ratio to the constant bot`,
);
row(["", "complete p50", "p99", "x p50", "ask p50", "p99", "x p50", "start ms", "memory MB"]);
for (const contestant of contestants) {
  const cells = (["autocomplete", "ask"] as const).flatMap((kind) => {
    const [p50, p99] = [
      quantile(contestant.times[kind], 0.5),
      quantile(contestant.times[kind], 0.99),
    ];
    const base = floor ? quantile(floor.times[kind], 0.5) : Number.NaN;
    return [p50.toFixed(2), p99.toFixed(2), (p50 / base).toFixed(2)];
  });
  row([
    contestant.name,
    ...cells,
    contestant.startMs.toFixed(0),
    residentMb(contestant).toFixed(0),
  ]);
}
for (const { process: child, playground } of contestants) {
  child.removeAllListeners("exit");
  child.kill("SIGTERM");
  await playground.close();
}
rmSync(work, { recursive: true, force: true });
