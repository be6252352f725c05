import type { Adapter } from "lowdb";
import { KnowledgeError } from "../knowledge/errors.ts";
import { type FileSystem, replaceFile } from "./file-system.ts";

/**
 * A lowdb adapter for one JSON document that survives a crash at any moment: the new text is written beside the old,
 * synced, and put in its place. lowdb's own file adapters rename without syncing, and take what is not JSON for empty.
 */
export function documentAdapter<Data>(files: FileSystem, path: string): Adapter<Data> {
  return {
    async read() {
      const content = await files.read(path);
      if (content === undefined) return null;
      try {
        return JSON.parse(content.toString("utf8"));
      } catch (error) {
        throw new KnowledgeError(
          "storage-damaged",
          `${path} is damaged: it is not JSON. Nothing was changed. Restore it from a backup.`,
          { cause: error },
        );
      }
    },
    write: (data) => replaceFile(files, path, Buffer.from(JSON.stringify(data))),
  };
}
