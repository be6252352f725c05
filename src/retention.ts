import type { CurationStore } from "./knowledge/curation-store.ts";
import { DAY_MS } from "./knowledge/day-ms.ts";
import type { Logger } from "./logger.ts";

interface Dependencies {
  readonly curation: CurationStore;
  readonly logger: Logger;
}

/** Drops what is past its time, now and every day. Resolves with the way to stop it; a failure goes to the log. */
export async function startRetention({ curation, logger }: Dependencies): Promise<() => void> {
  async function prune(): Promise<void> {
    try {
      const pruned = await curation.prune();
      if (Object.values(pruned).some((count) => count > 0)) logger.info(pruned, "old data dropped");
    } catch (error) {
      logger.error({ err: error }, "old data not dropped, trying again tomorrow");
    }
  }

  await prune();
  const timer = setInterval(prune, DAY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
