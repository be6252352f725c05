import { createInterface } from "node:readline";
import { createMemoryCurationStore } from "../../../src/stores/memory-curation-store.ts";
import { openStores } from "../../../src/stores/open-stores.ts";
import { byModerator, knowledgeOf, startCurating } from "../curating.ts";
import { fact } from "../facts.ts";

/**
 * The process that is killed: saves the edits that come in, one a line, and answers each with its number once it is
 * kept. Its store is the folder that it is given.
 */
const [dir = ""] = process.argv.slice(2);
const { facts } = await openStores(dir);
const { base, curator } = await startCurating(facts, createMemoryCurationStore(), knowledgeOf([]));

async function save(bodies: Readonly<Record<string, string>>): Promise<void> {
  const edits = Object.entries(bodies).map(([id, body]) => {
    const from = base.findFact(id) ?? null;
    return { id, from, to: { ...(from ?? fact({ id, title: id })), body } };
  });
  await curator.save(edits, byModerator);
}

process.stdout.write("ready\n");
for await (const line of createInterface({ input: process.stdin })) {
  const { number, bodies } = JSON.parse(line);
  save(bodies).then(
    () => process.stdout.write(`${number}\n`),
    () => process.exit(1),
  );
}
