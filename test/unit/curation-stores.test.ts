import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createMemoryCurationStore } from "../../src/stores/memory-curation-store.ts";
import { openStores } from "../../src/stores/open-stores.ts";
import { describeCurationStore } from "../support/curation-store-contract.ts";

describeCurationStore("the memory curation store", async () => ({
  open: async (now) => createMemoryCurationStore({ now }),
  persistent: false,
  cleanUp: async () => undefined,
}));

describeCurationStore("the JSON curation store", async () => {
  const dir = await mkdtemp(join(tmpdir(), "curation-"));
  return {
    async open(now) {
      const { curation, close } = await openStores(join(dir, "store"), { now });
      return { ...curation, close };
    },
    persistent: true,
    cleanUp: () => rm(dir, { recursive: true }),
  };
});
