import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Fact } from "../../src/knowledge/fact.ts";
import { knowledgeOf } from "./curating.ts";

/** Writes a folder as `FACTS_DIR` is, with facts by file name. */
export async function writeShipped(
  dir: string,
  files: Readonly<Record<string, readonly Fact[]>>,
): Promise<void> {
  const { topics, releases } = knowledgeOf([]);
  const write = (name: string, data: unknown) =>
    writeFile(join(dir, name), `${JSON.stringify(data, undefined, 2)}\n`);
  await mkdir(join(dir, "facts"), { recursive: true });
  await write("topics.json", topics);
  await write("releases.json", releases);
  for (const [name, facts] of Object.entries(files)) await write(join("facts", name), facts);
}
