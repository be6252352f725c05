import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import type { Revision } from "../../../src/knowledge/fact-store.ts";
import { openStores } from "../../../src/stores/open-stores.ts";
import type { CrashDriver, CrashEdit, CrashTarget } from "./crash-driver.ts";

export interface CrashReport {
  readonly rounds: number;
  readonly acknowledged: number;
  /** Acknowledged edits that are not there. */
  readonly lost: number;
  /** Changes that are there by half, twice, or in a history with gaps. */
  readonly damaged: number;
}

interface Options {
  readonly driver: CrashDriver;
  readonly rounds: number;
  /** From 0 to less than 1. */
  readonly random: () => number;
}

const MODERATORS = 3;
const LONGEST_LIFE_MS = 250;
/** How often the process is killed while it starts. */
const STARTS_KILLED = 0.2;

/**
 * Kills a process at random moments while several moderators save at once, starts it again, and holds what is kept
 * against what was acknowledged.
 */
export async function runCrashTest({ driver, rounds, random }: Options): Promise<CrashReport> {
  const asked: { readonly edit: CrashEdit; acknowledged: boolean }[] = [];
  let lost = 0;
  let damaged = 0;

  async function moderate(target: CrashTarget, moderator: number): Promise<never> {
    for (;;) {
      const text = `${asked.length} by ${moderator}`;
      const [own, other] = [`own-${moderator}`, `pair-${moderator}`];
      const both = random() < 0.5;
      const edit = { moderator, bodies: both ? { [own]: text, [other]: text } : { [own]: text } };
      const entry = { edit, acknowledged: false };
      asked.push(entry);
      await target.save(edit);
      entry.acknowledged = true;
    }
  }

  for (let round = 0; round < rounds; round++) {
    const { ready, kill } = driver.start();
    if (random() < STARTS_KILLED) {
      await sleep(random() * LONGEST_LIFE_MS);
    } else {
      const target = await ready;
      for (let moderator = 0; moderator < MODERATORS; moderator++) {
        moderate(target, moderator).catch(() => undefined);
      }
      await sleep(random() * LONGEST_LIFE_MS);
    }
    await kill();
    const revisions = await readAll(driver.dir);
    const texts = new Map<string, Revision[]>();
    for (const revision of revisions) {
      const text = revision.after?.body ?? "";
      texts.set(text, [...(texts.get(text) ?? []), revision]);
    }
    lost = 0;
    damaged = gaps(revisions);
    for (const { edit, acknowledged } of asked) {
      const [[, text = ""] = []] = Object.entries(edit.bodies);
      const kept = (texts.get(text) ?? []).map(({ id }) => id).sort();
      if (kept.length === 0) lost += acknowledged ? 1 : 0;
      else if (String(kept) !== String(Object.keys(edit.bodies).sort())) damaged += 1;
    }
    // The round that went wrong is the one to look at.
    expect({ round, lost, damaged }).toEqual({ round, lost: 0, damaged: 0 });
  }
  const acknowledged = asked.filter((entry) => entry.acknowledged).length;
  return { rounds, acknowledged, lost, damaged };
}

/** All revisions, read as the next start reads them: over the lock that the killed process left. */
async function readAll(dir: string): Promise<readonly Revision[]> {
  const { facts, close } = await openStores(dir);
  const all: Revision[] = [];
  for await (const revision of facts.revisions()) all.push(revision);
  await close();
  return all;
}

/** Revisions that do not follow on the one before of the same fact. */
function gaps(revisions: readonly Revision[]): number {
  const last = new Map<string, Revision>();
  let count = 0;
  for (const revision of revisions) {
    const before = last.get(revision.id);
    if (revision.number !== (before?.number ?? 0) + 1) count += 1;
    if (JSON.stringify(revision.before) !== JSON.stringify(before?.after ?? null)) count += 1;
    last.set(revision.id, revision);
  }
  return count;
}
