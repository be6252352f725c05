import { access } from "node:fs/promises";
import { join } from "node:path";
import { DATA_DIR_DEFAULT } from "../config.ts";

/** One of them is there as soon as a bot, or an import, has opened the folder. */
const FILES = ["revisions.log", "state.json"] as const;
/** Where a bot without a token keeps its own, within the folder. */
const PLAYGROUND = "playground";

/** That nothing is kept in `DATA_DIR`, and where it may be instead; undefined where something is. */
export async function describeNothingKept(dataDir: string): Promise<string | undefined> {
  if (await hasStore(dataDir)) return undefined;
  const playground = join(dataDir, PLAYGROUND);
  const sentence = `Nothing is kept in ${dataDir} (DATA_DIR): no bot has run on it.`;
  return (await hasStore(playground))
    ? `${sentence} What the playground keeps is in ${playground}.`
    : sentence;
}

/** The same for whoever only reads, where it is worth a word: before the first start nothing is to be expected. */
export async function noteNothingKept(dataDir: string): Promise<string | undefined> {
  const isExpected = dataDir === DATA_DIR_DEFAULT && !(await hasStore(join(dataDir, PLAYGROUND)));
  return isExpected ? undefined : describeNothingKept(dataDir);
}

/** A folder that cannot be looked into counts as one with a store: whoever opens it is told why they cannot. */
async function hasStore(dir: string): Promise<boolean> {
  const there = await Promise.all(FILES.map((name) => isThere(join(dir, name))));
  return there.includes(true);
}

async function isThere(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    return !(error instanceof Error && "code" in error && error.code === "ENOENT");
  }
}
