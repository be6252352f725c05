import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { CrashDriver } from "../support/crash/crash-driver.ts";
import { runCrashTest } from "../support/crash/run-crash-test.ts";
import { createStoreDriver } from "../support/crash/store-driver.ts";

/** A short run belongs to the tests; `npm run test:crash` sets the long one. */
const ROUNDS = Number(process.env.CRASH_ROUNDS ?? 10);
const ROUND_MS_MAX = 10_000;

let dir = "";
let driver: CrashDriver;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "crash-"));
  driver = await createStoreDriver(join(dir, "store"));
});
afterAll(async () => {
  await driver.end();
  await rm(dir, { recursive: true });
});

it(
  "keeps every acknowledged edit, and none by half, when the process is killed at any moment",
  async () => {
    const report = await runCrashTest({ driver, rounds: ROUNDS, random: Math.random });
    console.log(
      `store: ${report.rounds} rounds, ${report.acknowledged} edits acknowledged, ${report.lost} lost, ${report.damaged} damaged`,
    );
    expect(report).toMatchObject({ rounds: ROUNDS, lost: 0, damaged: 0 });
    expect(report.acknowledged).toBeGreaterThanOrEqual(ROUNDS);
  },
  ROUNDS * ROUND_MS_MAX,
);
