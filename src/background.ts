import type { Logger } from "pino";

/** Work that nobody waits for. */
export interface Background {
  /** Starts it; a failure goes to the log. */
  run(work: () => Promise<unknown>): void;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

export function createBackground(logger: Logger): Background {
  const underWay = new Set<Promise<void>>();

  async function attempt(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      logger.error({ err: error }, "work in the background failed");
    }
  }

  return {
    run(work) {
      const attempted = attempt(work).finally(() => underWay.delete(attempted));
      underWay.add(attempted);
    },
    idle: async () => {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}
