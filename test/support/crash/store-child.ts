import { createInterface } from "node:readline";
import { createMemoryCurationStore } from "../../../src/stores/memory-curation-store.ts";
import { openStores } from "../../../src/stores/open-stores.ts";
import { byModerator, knowledgeOf, startCurating } from "../curating.ts";
import { fact } from "../facts.ts";

/**
 * The process that is killed: saves the texts and reads the facts that are asked for, one a line, and answers each with
 * its number: once a change is kept, with where it stands. Its store is the folder that it is given.
 */
const [dir = ""] = process.argv.slice(2);
const { facts } = await openStores(dir);
const { base, curator } = await startCurating(facts, createMemoryCurationStore(), knowledgeOf([]));

async function save(ids: readonly string[], body: string) {
  const edits = ids.map((id) => {
    const from = base.findFact(id) ?? null;
    return { id, from, to: { ...(from ?? fact({ id, title: id })), body } };
  });
  const { revisions } = await curator.save(edits, { ...byModerator, why: body });
  return { id: revisions[0]?.id, number: revisions[0]?.number };
}

process.stdout.write("ready\n");
for await (const line of createInterface({ input: process.stdin })) {
  const { number, ids, body, read } = JSON.parse(line);
  const work = read ? Promise.resolve(base.findFact(read)?.body ?? "") : save(ids, body);
  work.then(
    (answer) => process.stdout.write(`${JSON.stringify({ number, answer })}\n`),
    () => process.exit(1),
  );
}
