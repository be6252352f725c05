import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createMemoryFactStore } from "../../src/stores/memory-fact-store.ts";
import { openStores } from "../../src/stores/open-stores.ts";
import { describeFactStore } from "../support/fact-store-contract.ts";

describeFactStore("the memory store", async () => ({
  open: async () => createMemoryFactStore(),
  persistent: false,
  cleanUp: async () => undefined,
}));

describeFactStore("the JSON store", async () => {
  const dir = await mkdtemp(join(tmpdir(), "facts-"));
  return {
    async open() {
      const { facts, close } = await openStores(join(dir, "store"));
      return { ...facts, close };
    },
    persistent: true,
    cleanUp: () => rm(dir, { recursive: true }),
  };
});
