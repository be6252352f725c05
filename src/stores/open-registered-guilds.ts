import { join } from "node:path";
import type { FileSystem } from "./file-system.ts";
import { openDocument } from "./json-document.ts";

/** Which servers were given commands of their own. */
export interface RegisteredGuildsStore {
  list(): readonly string[];
  save(guildIds: readonly string[]): Promise<void>;
  /** Waits for what is under way. */
  close(): Promise<void>;
}

const NONE: readonly string[] = [];

/**
 * Which servers were given commands of their own, in `guilds.json` of the store's folder: a server that is dropped from
 * the settings is known there alone. Belongs to whoever has the store's lock.
 */
export async function openRegisteredGuilds(
  dir: string,
  files: FileSystem,
): Promise<RegisteredGuildsStore> {
  const path = join(dir, "guilds.json");
  const document = await openDocument({ files, path, initial: NONE, copied: false });
  return {
    list: () => document.data,
    async save(guildIds) {
      await document.update(() => guildIds);
    },
    close: document.close,
  };
}
