import { setImmediate } from "node:timers/promises";
import { parseArgs } from "node:util";
import type { Fact } from "../src/knowledge/fact.ts";
import {
  createFactIndex,
  createFactIndexInSlices,
} from "../src/knowledge/search/create-fact-index.ts";
import { makeFacts } from "./support/corpus.ts";
import { type Cost, costOf } from "./support/cost.ts";
import { type Engine, OURS, PEERS, type Search } from "./support/engines.ts";
import { percentile } from "./support/measures.ts";
import { makeWorkloads, type Workload } from "./support/queries.ts";
import { readSources } from "./support/sources.ts";

/**
 * `npm run bench:search -- [DIR]`: how long searching, building and editing take, and how much memory, at several sizes,
 * beside other engines. Every query goes to each engine in turn, so that all meet the same moments of the machine.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    sizes: { type: "string", default: "600,10000,100000" },
    words: { type: "string", default: "15,60" },
    only: { type: "string", default: "" },
    queries: { type: "string", default: "400" },
    seed: { type: "string", default: "20261122" },
  },
});
const seed = Number(values.seed);
const queryCount = Number(values.queries);
/** Each query is asked so often. Beside others, the least time is kept: what the engine takes, not what the others left. */
const ROUNDS = 3;
/** What takes so long is not asked again. */
const SLOW_MS = 500;
/** How many matches are wanted: what Discord shows of choices, and of an answer with others. */
const TYPED_LIMIT = 25;
const ASKED_LIMIT = 5;
/** A slow engine is asked no more queries of a workload when it has taken so long for them. */
const WORKLOAD_MAX_MS = 8_000;

const only = values.only.split(",");
const engines = [OURS, ...PEERS].filter(({ name }) => only.some((part) => name.includes(part)));
const sources = await readSources(positionals[0]);

for (const size of values.sizes.split(",").map(Number)) {
  for (const words of values.words.split(",").map(Number)) {
    await measure(makeFacts(sources.facts, size, words, seed), words);
  }
}

async function measure(facts: readonly Fact[], words: number): Promise<void> {
  console.log(`\n## ${facts.length} facts of about ${words} words, seed ${seed}`);
  const workloads = makeWorkloads(facts, sources.questions, queryCount, seed);
  if (engines.includes(OURS)) await measureAlone(facts, words, workloads);
  // Lets go of the index above, so that its memory is not taken for the next one's.
  await setImmediate();
  if (engines.length > 1) await compare(facts, workloads);
}

/** Ours as it is in a bot, with no other engine's memory beside it, every time counted that a query took. */
async function measureAlone(
  facts: readonly Fact[],
  words: number,
  workloads: readonly Workload[],
): Promise<void> {
  console.log("\nours, alone\n");
  const longest = await longestSlice(facts);
  const { result: search, ...cost } = await costOf(() => OURS.build(facts));
  console.log(
    `- built in ${cost.cpuSeconds.toFixed(2)} s of CPU, ${cost.mebibytes.toFixed(0)} MiB`,
  );
  console.log(`- built in slices, the longest blocks for ${longest.toFixed(1)} ms`);
  // The code of a bot that has been asked a few thousand questions is compiled.
  for (const workload of workloads) timesOf(search, workload);
  for (const workload of workloads) {
    const times = Array.from({ length: ROUNDS }, () => timesOf(search, workload)).flat();
    console.log(`- ${workload.name}, ms p50 / p99: ${spread(times)}`);
  }
  measureEdits(facts, words);
}

/** In milliseconds, of each query once. */
function timesOf(search: Search, { queries, typing }: Workload): readonly number[] {
  return queries.map((query) => {
    const start = performance.now();
    void search(query, typing ? TYPED_LIMIT : ASKED_LIMIT, typing);
    return performance.now() - start;
  });
}

async function compare(facts: readonly Fact[], workloads: readonly Workload[]): Promise<void> {
  console.log("\nbeside others\n\n| engine | build s | CPU s | MiB |\n|---|---|---|---|");
  const built: { engine: Engine; search: Search }[] = [];
  for (const engine of engines) {
    const cost = await costOf(() => engine.build(facts));
    built.push({ engine, search: cost.result });
    console.log(`| ${engine.name} | ${costCells(cost)} |`);
  }
  for (const workload of workloads) {
    console.log(
      `\n${workload.name}, ms p50 / p99 (p50 as a multiple of ours on the same queries)\n`,
    );
    const times = await interleave(built, workload);
    const ours = times.get(OURS.name) ?? [];
    for (const [name, list] of times) {
      const multiple = percentile(list, 0.5) / percentile(ours.slice(0, list.length), 0.5);
      const asked = list.length < workload.queries.length ? `, ${list.length} asked` : "";
      console.log(`- ${name}: ${spread(list)} (x${multiple.toFixed(1)})${asked}`);
    }
  }
}

function spread(times: readonly number[]): string {
  return `${percentile(times, 0.5).toFixed(3)} / ${percentile(times, 0.99).toFixed(3)}`;
}

function costCells({ seconds, cpuSeconds, mebibytes }: Cost<unknown>): string {
  return `${seconds.toFixed(2)} | ${cpuSeconds.toFixed(2)} | ${mebibytes.toFixed(0)}`;
}

async function interleave(
  built: readonly { engine: Engine; search: Search }[],
  { queries, typing }: Workload,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const limit = typing ? TYPED_LIMIT : ASKED_LIMIT;
  const runs = built.map(({ engine, search }) => ({
    engine,
    search,
    times: [] as number[],
    spent: 0,
  }));
  for (const query of queries) {
    for (const run of runs) {
      if (run.spent > WORKLOAD_MAX_MS) continue;
      let least = Number.POSITIVE_INFINITY;
      for (let round = 0; round < ROUNDS; round += 1) {
        const start = performance.now();
        const found = run.search(query, limit, typing);
        if (found instanceof Promise) await found;
        const took = performance.now() - start;
        run.spent += took;
        least = Math.min(least, took);
        if (took > SLOW_MS) break;
      }
      run.times.push(least);
    }
  }
  return new Map(runs.map(({ engine, times }) => [engine.name, times]));
}

/** Adds, replaces and removes facts one by one in a full index. */
function measureEdits(facts: readonly Fact[], words: number): void {
  const index = createFactIndex(facts);
  const added = makeFacts(sources.facts, 300, words, seed + 1).map((fact) => ({
    ...fact,
    id: `new-${fact.id}`,
  }));
  const times = (act: (fact: Fact) => void) =>
    spread(
      added.map((fact) => {
        const start = performance.now();
        act(fact);
        return performance.now() - start;
      }),
    );
  console.log(`- add, ms p50 / p99: ${times(index.add)}`);
  console.log(
    `- replace: ${times((fact) => index.replace({ ...fact, body: `${fact.body} more` }))}`,
  );
  console.log(`- remove: ${times(({ id }) => index.remove(id))}`);
}

/** How long the event loop is kept at the most when an index is built while the bot runs. */
async function longestSlice(facts: readonly Fact[]): Promise<number> {
  let longest = 0;
  let start = performance.now();
  await createFactIndexInSlices(facts, async () => {
    longest = Math.max(longest, performance.now() - start);
    await setImmediate();
    start = performance.now();
  });
  return Math.max(longest, performance.now() - start);
}
