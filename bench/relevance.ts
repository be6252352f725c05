import { readdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Collection, readCollection } from "./support/collection.ts";
import { type Engine, OURS, PEERS, type Search } from "./support/engines.ts";
import { DEPTH, judge, mean, type Quality } from "./support/measures.ts";
import { createRandom } from "./support/random.ts";
import { UNFINISHED, VARIANTS, type Variant, vary } from "./support/variants.ts";

/** `npm run bench:relevance -- DIR`: how well the collections in DIR are searched, by us and by others. */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: "string", default: "20261122" },
    only: { type: "string", default: "" },
  },
});
const [directory] = positionals;
if (directory === undefined) throw new Error("which directory holds the collections?");
const seed = Number(values.seed);
const only = values.only.split(",");
const engines = [OURS, ...PEERS].filter(({ name }) => only.some((part) => name.includes(part)));

for (const file of readdirSync(directory).filter((name) => name.endsWith(".json"))) {
  const collection = readCollection(join(directory, file));
  console.log(
    `\n## ${collection.name}: ${collection.facts.length} documents, ${collection.queries.length} queries, seed ${seed}\n`,
  );
  console.log("nDCG@10 / MRR@10 / Recall@10\n");
  console.log(`| engine | ${VARIANTS.join(" | ")} |\n|---|${"---|".repeat(VARIANTS.length)}`);
  for (const engine of engines) console.log(await row(engine, collection));
}

async function row(engine: Engine, collection: Collection): Promise<string> {
  const search = await engine.build(collection.facts);
  const cells: string[] = [];
  for (const variant of VARIANTS) cells.push(cell(await measure(search, collection, variant)));
  return `| ${engine.name} | ${cells.join(" | ")} |`;
}

async function measure(
  search: Search,
  collection: Collection,
  variant: Variant,
): Promise<readonly Quality[]> {
  const random = createRandom(seed);
  const qualities: Quality[] = [];
  for (const { text, grades } of collection.queries) {
    const ids = await search(vary(text, variant, random), DEPTH, UNFINISHED.has(variant));
    qualities.push(judge(ids, grades));
  }
  return qualities;
}

function cell(qualities: readonly Quality[]): string {
  const measures = [
    qualities.map(({ ndcg }) => ndcg),
    qualities.map(({ mrr }) => mrr),
    qualities.map(({ recall }) => recall),
  ];
  return measures.map((list) => mean(list).toFixed(3)).join(" / ");
}
