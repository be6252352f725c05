import type { Config } from "../config.ts";
import { openStores, type Stores } from "../stores/open-stores.ts";

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
