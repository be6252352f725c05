import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { CrashDriver } from "../support/crash/crash-driver.ts";
import { runCrashTest } from "../support/crash/run-crash-test.ts";
import { createWireDriver } from "../support/crash/wire-driver.ts";

/** A very short run belongs to the tests; `npm run test:crash` sets the long one. */
const ROUNDS = Number(process.env.CRASH_WIRE_ROUNDS ?? 3);
const ROUND_MS_MAX = 20_000;

let dir = "";
let driver: CrashDriver;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "crash-wire-"));
  driver = await createWireDriver(dir);
});
afterAll(async () => {
  await driver.end();
  await rm(dir, { recursive: true });
});

it(
  "keeps every edit that a moderator was told is saved, and none by half, when the bot is killed at any moment",
  async () => {
    const report = await runCrashTest({ driver, rounds: ROUNDS, random: Math.random });
    console.log(
      `wire: ${report.rounds} rounds, ${report.acknowledged} edits acknowledged, ${report.lost} lost, ${report.damaged} damaged`,
    );
    expect(report).toMatchObject({ rounds: ROUNDS, lost: 0, damaged: 0 });
    expect(report.acknowledged).toBeGreaterThanOrEqual(ROUNDS);
  },
  (ROUNDS + 1) * ROUND_MS_MAX,
);
