import { readFile } from "node:fs/promises";
import { createCuration } from "../knowledge/curation.ts";
import { diffFacts } from "../knowledge/fact-diff.ts";
import { historyNote, readImport } from "../knowledge/fact-export.ts";
import { createKnowledgeBase } from "../knowledge/knowledge-base.ts";
import { valueOrThrow } from "../knowledge/parse-fact.ts";
import { ANSWER_FLOOR } from "../knowledge/search/answer-floor.ts";
import { createFactIndex } from "../knowledge/search/create-fact-index.ts";
import { readKnowledge } from "../stores/read-knowledge.ts";
import { COMMAND_LINE } from "./command-line-author.ts";
import { namingFile } from "./file-error.ts";
import { parseArguments } from "./parse-arguments.ts";
import { today } from "./today.ts";
import { UsageError, type Verb } from "./verb.ts";
import { withStores } from "./with-stores.ts";

const USAGE = "facts import FILE [--yes]";

/** Takes over facts from a file, all or none: shows what that changes, and does it with `--yes`. */
export const importFacts: Verb = {
  usage: "FILE [--yes]",
  writes: true,
  async run(args, cli) {
    const { values, positionals } = parseArguments(args, { yes: { type: "boolean" } }, USAGE);
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new UsageError(`Usage: ${USAGE}`);
    const text = await namingFile(file, () => readFile(file, "utf8"));
    return withStores(cli.config, async (stores) => {
      const shipped = await readKnowledge(cli.config.factsDir);
      const local = await stores.facts.load();
      const options = { shipped, local, createIndex: createFactIndex, floor: ANSWER_FLOOR };
      const base = createKnowledgeBase(options);
      const byId = new Map(shipped.facts.map((fact) => [fact.id, fact]));
      const curation = createCuration({ base, store: stores.facts, shipped: (id) => byId.get(id) });
      const standard = { known: base, findFact: base.findFact, today: today() };
      const read = valueOrThrow(readImport(text, file, standard), "Nothing was imported:");
      const { edits } = read;
      for (const { id, from, to } of edits) cli.print(`@@ ${id} @@\n${diffFacts(from, to)}`);
      if (read.revisions > 0) cli.print(historyNote(read));
      if (edits.length === 0) cli.print("That is what stands here already.");
      else if (!values.yes) cli.print(`Nothing was changed. To import: facts import ${file} --yes`);
      else {
        const why = `import of ${file}`;
        const { revisions } = await curation.save(edits, { kind: "import", by: COMMAND_LINE, why });
        cli.print(`Facts imported: ${revisions.length}.`);
      }
      return 0;
    });
  },
};
