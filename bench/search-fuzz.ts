import { parseArgs } from "node:util";
import { createFactIndex } from "../src/knowledge/search/create-fact-index.ts";
import { percentile } from "./support/measures.ts";
import { oddText } from "./support/odd-text.ts";
import { createRandom } from "./support/random.ts";
import { readSources } from "./support/sources.ts";

/** `tsx bench/search-fuzz.ts`: odd strings by the hundred thousand, and the slowest of them. */
const { values } = parseArgs({
  options: {
    count: { type: "string", default: "100000" },
    seed: { type: "string", default: "20261122" },
  },
});
const SHOWN = 5;

const random = createRandom(Number(values.seed));
const { facts } = await readSources(undefined);
const index = createFactIndex(facts);
const runs = Array.from({ length: Number(values.count) }, (_, at) => {
  const text = oddText(random, facts);
  const work = { postings: 0, words: 0 };
  const start = performance.now();
  const matches = index.search(text, { limit: 5, typing: at % 2 === 0, work });
  const milliseconds = performance.now() - start;
  const sane = matches.every(({ score }) => score > 0 && score <= 1);
  return { text: sane ? text.slice(0, 60) : "", length: text.length, milliseconds, work, sane };
});

const times = runs.map(({ milliseconds }) => milliseconds);
console.log(`${runs.length} strings over ${facts.length} facts, none of which threw`);
console.log(`scores out of range: ${runs.filter(({ sane }) => !sane).length}`);
console.log(
  `ms p50 ${percentile(times, 0.5).toFixed(3)}, p99 ${percentile(times, 0.99).toFixed(3)}`,
);
console.log(`most postings read: ${Math.max(...runs.map(({ work }) => work.postings))}`);
console.log(`most words compared: ${Math.max(...runs.map(({ work }) => work.words))}`);
for (const run of runs.toSorted((a, b) => b.milliseconds - a.milliseconds).slice(0, SHOWN)) {
  const { milliseconds, length, work } = run;
  console.log(
    `${milliseconds.toFixed(2)} ms, ${length} characters, ${work.postings} postings, ${work.words} words: ${JSON.stringify(run.text)}`,
  );
}
