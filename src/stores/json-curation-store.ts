import { join } from "node:path";
import type { CurationStore, Draft } from "../knowledge/curation-store.ts";
import { createCurationStore } from "./curation/create-curation-store.ts";
import type { DraftShelf } from "./curation/draft-box.ts";
import type { GapData } from "./curation/gap-counter.ts";
import { NO_ITEMS } from "./curation/queue-rules.ts";
import { NO_VOTES } from "./curation/vote-box.ts";
import type { FileSystem } from "./file-system.ts";
import { openDocument } from "./json-document.ts";
import type { Report } from "./report-failures.ts";

export const DRAFTS_FOLDER = "drafts";

interface Options {
  readonly files: FileSystem;
  readonly now: () => Date;
  readonly report: Report;
}

/**
 * The store on a few JSON documents in one folder: `queue.json`, `gaps.json`, `votes.json`, each with its last good
 * copy, and a document a draft in `drafts/`. Whoever opens it holds the folder's lock.
 */
export async function openCurationStore(dir: string, options: Options): Promise<CurationStore> {
  const { files, now, report } = options;
  const open = <Data>(name: string, initial: Data) =>
    openDocument<Data>({ files, path: join(dir, name), initial, copied: true, report });
  return createCurationStore(
    {
      queue: await open("queue.json", NO_ITEMS),
      gaps: await open<GapData>("gaps.json", []),
      votes: await open("votes.json", NO_VOTES),
      drafts: await openDraftShelf(join(dir, DRAFTS_FOLDER), files),
    },
    now,
    report,
  );
}

async function openDraftShelf(dir: string, files: FileSystem): Promise<DraftShelf> {
  await files.makeDir(dir);
  const pathOf = (id: string) => join(dir, `${id}.json`);
  const open = (path: string) =>
    openDocument<Draft | null>({ files, path, initial: null, copied: false });

  const kept: Draft[] = [];
  for (const name of await files.list(dir)) {
    if (!name.endsWith(".json")) continue;
    const { data } = await open(join(dir, name));
    if (data) kept.push(data);
  }

  return {
    kept,
    async put(draft) {
      const document = await open(pathOf(draft.id));
      await document.update(() => draft);
    },
    async drop(id) {
      await files.remove(pathOf(id));
      await files.syncDir(dir);
    },
  };
}
