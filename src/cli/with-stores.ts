import type { Config } from "../config.ts";
import { openStores, type Stores } from "../stores/open-stores.ts";
import { FileError } from "./file-error.ts";
import { describeNothingKept } from "./store-folder.ts";

/** Does something with the stores, and lets go of them. Throws KnowledgeError `storage-locked` while the bot runs. */
export async function withStores<Result>(
  { dataDir }: Config,
  work: (stores: Stores) => Promise<Result>,
): Promise<Result> {
  const stores = await openStores(dataDir);
  try {
    return await work(stores);
  } finally {
    await stores.close();
  }
}

/** The same for what makes no sense where nothing is kept. Throws {@link FileError} there, and makes no folder. */
export async function withKeptStores<Result>(
  config: Config,
  work: (stores: Stores) => Promise<Result>,
): Promise<Result> {
  const nothing = await describeNothingKept(config.dataDir);
  if (nothing !== undefined) throw new FileError(nothing);
  return withStores(config, work);
}
