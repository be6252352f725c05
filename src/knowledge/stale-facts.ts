import { DAY_MS } from "./day-ms.ts";
import type { Fact } from "./fact.ts";
import type { Release } from "./release.ts";

/** A fact that somebody should hold against its sources again, and why. */
export interface StaleFact {
  readonly fact: Fact;
  readonly daysAgo: number;
  /** How many releases came since the one that it was checked against. */
  readonly releasesBehind: number;
}

interface Options {
  /** Newest first. */
  readonly releases: readonly Release[];
  /** Such as `2026-11-22`. */
  readonly today: string;
  readonly afterDays: number;
}

const RELEASES_BEHIND = 2;

/** The current facts that were checked too long ago, or against a release too old; the longest unchecked first. */
export function staleFacts(
  facts: readonly Fact[],
  { releases, today, afterDays }: Options,
): readonly StaleFact[] {
  return facts
    .filter((fact) => fact.status === "current")
    .map((fact) => ({
      fact,
      daysAgo: Math.round((Date.parse(today) - Date.parse(fact.checked.on)) / DAY_MS),
      releasesBehind: releases.findIndex(({ version }) => version === fact.checked.against),
    }))
    .filter(
      ({ daysAgo, releasesBehind }) => daysAgo > afterDays || releasesBehind >= RELEASES_BEHIND,
    )
    .sort((a, b) => b.daysAgo - a.daysAgo || b.releasesBehind - a.releasesBehind);
}
