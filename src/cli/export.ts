import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type DataFile, dataPatch } from "../knowledge/data-patch.ts";
import type { Fact } from "../knowledge/fact.ts";
import { EXPORT_FORMAT, exportText } from "../knowledge/fact-export.ts";
import type { ShippedKnowledge } from "../stores/read-knowledge.ts";
import { namingFile } from "./file-error.ts";
import { readAll } from "./open-base.ts";
import { parseArguments } from "./parse-arguments.ts";
import { type Cli, UsageError, type Verb } from "./verb.ts";

const USAGE = "facts export [--revisions] [FILE] | facts export --patch [FILE]";

/** All facts as the JSON document that Discord's export is too, or what was changed here as a patch to `data/`. */
export const exportFacts: Verb = {
  usage: "[--revisions] [FILE] | --patch [FILE]",
  async run(args, cli) {
    const options = { revisions: { type: "boolean" }, patch: { type: "boolean" } } as const;
    const { values, positionals } = parseArguments(args, options, USAGE);
    if (positionals.length > 1 || (values.patch && values.revisions)) {
      throw new UsageError(`Usage: ${USAGE}`);
    }
    const { base, shipped, revisions } = await readAll(cli);
    const facts = [...base.listFacts()].sort((a, b) => (a.id < b.id ? -1 : 1));
    const text = values.patch
      ? await patchOf(cli, shipped, facts)
      : exportText({
          format: EXPORT_FORMAT,
          exported: new Date().toISOString(),
          facts,
          ...(values.revisions ? { revisions } : {}),
        });
    const [file] = positionals;
    if (file !== undefined) await namingFile(file, () => writeFile(file, text));
    else if (text !== "") cli.print(text.trimEnd());
    return 0;
  },
};

/** Paths are those of the repository, wherever the facts were read from. */
async function patchOf(
  { config: { factsDir } }: Cli,
  shipped: ShippedKnowledge,
  wanted: readonly Fact[],
): Promise<string> {
  const files: DataFile[] = [];
  for (const file of new Set(shipped.facts.map(shipped.fileOf))) {
    const path = join(factsDir, file);
    const text = await namingFile(path, () => readFile(path, "utf8"));
    const facts = shipped.facts.filter((fact) => shipped.fileOf(fact) === file);
    files.push({ path: `data/${file}`, text, facts });
  }
  return dataPatch({ files, wanted, pathFor: (topic) => `data/facts/${topic}.json` });
}
