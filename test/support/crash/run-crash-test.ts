import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import type { Revision } from "../../../src/knowledge/fact-store.ts";
import { readRevisions } from "../../../src/stores/json-fact-store.ts";
import { type Asked, checkHistory, type Losses } from "./check-history.ts";
import { type Ask, type CrashDriver, type CrashTarget, Gone } from "./crash-driver.ts";

export interface CrashReport extends Losses {
  readonly rounds: number;
  readonly acknowledged: number;
}

interface Options {
  readonly driver: CrashDriver;
  readonly rounds: number;
  /** From 0 to less than 1. */
  readonly random: () => number;
}

/** How often the process is killed while it starts. */
const STARTS_KILLED = 0.2;
const POLL_MS = 5;

/**
 * Kills a process at random moments while several moderators save at once, starts it again, and holds what is kept, and
 * what readers are told, against what was acknowledged: at least one change a round, however slow the machine is.
 */
export async function runCrashTest({ driver, rounds, random }: Options): Promise<CrashReport> {
  const asked: Asked[] = [];
  const surprises: unknown[] = [];
  const acknowledged = () => asked.filter(({ answer }) => answer).length;

  const ask: Ask = (change) => {
    const entry: Asked = { ...change, answer: undefined };
    asked.push(entry);
    return (answer) => {
      entry.answer = answer;
    };
  };

  async function moderate(target: CrashTarget, moderator: number): Promise<never> {
    for (;;) await target.change({ moderator, ask, random });
  }

  function work(target: CrashTarget): void {
    for (let moderator = 0; moderator < driver.moderators; moderator++) {
      moderate(target, moderator).catch((error: unknown) => {
        if (!(error instanceof Gone)) surprises.push(error);
      });
    }
  }

  /** Nothing could be lost in a life in which nothing was acknowledged: then killing it shows nothing. */
  async function acknowledgedMoreThan(number: number): Promise<void> {
    while (acknowledged() <= number && surprises.length === 0) await sleep(POLL_MS);
  }

  /** One life of the process. @returns what readers are told wrongly after its start */
  async function live(round: number): Promise<readonly string[]> {
    const isLast = round === rounds;
    const { ready, kill } = driver.start();
    try {
      if (!isLast && acknowledged() > round && random() < STARTS_KILLED) {
        await sleep(random() * driver.longestLifeMs);
        return [];
      }
      const target = await ready;
      const wrong = await findWrong(target, driver.dir);
      if (isLast) return wrong;
      work(target);
      await acknowledgedMoreThan(round);
      await sleep(random() * driver.longestLifeMs);
      return wrong;
    } finally {
      await kill();
    }
  }

  let losses: Losses = { lost: 0, damaged: 0 };
  for (let round = 0; round <= rounds; round++) {
    const wrong = await live(round);
    losses = checkHistory((await readRevisions(driver.dir)).all, asked);
    // The round that went wrong is the one to look at.
    const found = { round, ...losses, wrong, surprises };
    expect(found).toEqual({ round, lost: 0, damaged: 0, wrong: [], surprises: [] });
  }
  return { rounds, acknowledged: acknowledged(), ...losses };
}

/** The facts that readers are told otherwise than the history has them. */
async function findWrong(target: CrashTarget, dir: string): Promise<readonly string[]> {
  const { all } = await readRevisions(dir);
  const newest = new Map(all.map((revision) => [revision.id, revision]));
  const wrong: string[] = [];
  for (const [id, revision] of newest) {
    if (!isTold(revision, await target.read(id))) wrong.push(id);
  }
  return wrong;
}

function isTold({ before, after }: Revision, text: string): boolean {
  return after ? text.includes(after.body) : !text.includes(before?.body ?? "");
}
