import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openStores } from "../../src/stores/open-stores.ts";
import type { CrashDriver, CrashTarget } from "../support/crash/crash-driver.ts";
import { Gone } from "../support/crash/crash-driver.ts";
import { runCrashTest } from "../support/crash/run-crash-test.ts";
import { byModerator } from "../support/curating.ts";
import { fact } from "../support/facts.ts";

/** A store in this process whose lives would all be over before it has answered once. */
function driverOnSlowMachine(dir: string): CrashDriver {
  let texts = 0;

  async function open(): Promise<{ readonly target: CrashTarget; end(): Promise<void> }> {
    const stores = await openStores(dir);
    let isAlive = true;
    return {
      target: {
        async change({ ask }) {
          if (!isAlive) throw new Gone();
          texts += 1;
          const body = `Text ${texts}.`;
          const answered = ask({ mark: body, facts: ["one"] });
          const head = (await stores.facts.load()).get("one");
          const change = {
            id: "one",
            expected: head?.revision ?? 0,
            before: head?.fact ?? null,
            after: fact({ id: "one", body }),
            base: null,
          };
          const [made] = await stores.facts.apply([change], { ...byModerator, why: body });
          answered(made ? { id: made.id, number: made.number } : null);
        },
        read: async (id) => (await stores.facts.load()).get(id)?.fact?.body ?? "",
      },
      end() {
        isAlive = false;
        return stores.close();
      },
    };
  }

  return {
    dir,
    moderators: 1,
    longestLifeMs: 0,
    start() {
      const opened = open();
      return {
        ready: opened.then(({ target }) => target),
        kill: async () => (await opened).end(),
      };
    },
    end: async () => undefined,
  };
}

it("takes at least one acknowledged edit a round to say that none is lost, also where every life would be too short", async () => {
  const dir = await mkdtemp(join(tmpdir(), "slow-machine-"));
  const driver = driverOnSlowMachine(dir);
  const report = await runCrashTest({ driver, rounds: 4, random: () => 0 });
  expect(report.acknowledged).toBeGreaterThanOrEqual(4);
  await rm(dir, { recursive: true });
});
