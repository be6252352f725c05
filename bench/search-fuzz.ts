import { parseArgs } from "node:util";
import { createFactIndex } from "../src/knowledge/search/create-fact-index.ts";
import { readKnowledge } from "../src/stores/read-knowledge.ts";
import { percentile } from "./support/measures.ts";
import { oddText } from "./support/odd-text.ts";
import { createRandom } from "./support/random.ts";

/** `tsx bench/search-fuzz.ts`: odd strings by the hundred thousand, and the slowest of them. */
const { values } = parseArgs({
  options: {
    count: { type: "string", default: "100000" },
    seed: { type: "string", default: "20261122" },
  },
});
const SHOWN = 5;
const TIMED_AGAIN = 300;
const ROUNDS = 5;

const random = createRandom(Number(values.seed));
const knowledge = await readKnowledge("data");
const { facts } = knowledge;
const index = createFactIndex(facts, knowledge);
const runs = Array.from({ length: Number(values.count) }, (_, at) => {
  const text = oddText(random, facts);
  return { text, ...timed(text, at % 2 === 0) };
});

const times = runs.map(({ milliseconds }) => milliseconds);
console.log(`${runs.length} strings over ${facts.length} facts, none of which threw`);
const strange = runs.filter(({ isSane }) => !isSane);
console.log(`scores out of range: ${strange.length}`);
if (strange.length > 0) process.exitCode = 1;
console.log(
  `ms p50 ${percentile(times, 0.5).toFixed(3)}, p99 ${percentile(times, 0.99).toFixed(3)}`,
);
console.log(`most postings read: ${Math.max(...runs.map(({ work }) => work.postings))}`);
console.log(`most words compared: ${Math.max(...runs.map(({ work }) => work.words))}`);
console.log("the slowest, each timed again, without what else the machine did:");
const slowest = runs.toSorted((a, b) => b.milliseconds - a.milliseconds).slice(0, TIMED_AGAIN);
for (const { text, milliseconds, work } of slowest
  .map((run) => ({ ...run, milliseconds: leastOf(run.text) }))
  .sort((a, b) => b.milliseconds - a.milliseconds)
  .slice(0, SHOWN)) {
  console.log(
    `${milliseconds.toFixed(2)} ms, ${text.length} characters, ${work.postings} postings, ${work.words} words: ${JSON.stringify(text.slice(0, 60))}`,
  );
}

function timed(text: string, typing: boolean) {
  const work = { postings: 0, words: 0 };
  const start = performance.now();
  const matches = index.search(text, { limit: 5, typing, work });
  const milliseconds = performance.now() - start;
  return { milliseconds, work, isSane: matches.every(({ score }) => score > 0 && score <= 1) };
}

function leastOf(text: string): number {
  return Math.min(...Array.from({ length: ROUNDS }, () => timed(text, false).milliseconds));
}
