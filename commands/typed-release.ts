import { parseKernelVersion } from "../src/knowledge/kernel-version.ts";
import type { KnowledgeBase } from "../src/knowledge/knowledge-base.ts";
import type { Release } from "../src/knowledge/release.ts";

/** The release that was typed first, then those that it may be the beginning of, newest first. */
export function matchingReleases(base: KnowledgeBase, typed: string): readonly Release[] {
  const wanted = bare(typed);
  const meant = mainlineOf(base, typed);
  const releases = base.listReleases();
  const begin = ({ version }: Release) => version !== meant && version.startsWith(wanted);
  return [...releases.filter(({ version }) => version === meant), ...releases.filter(begin)];
}

/** The mainline release that was meant, or what was typed. */
export function mainlineOf(base: KnowledgeBase, typed: string): string {
  const wanted = bare(typed);
  const releases = base.listReleases();
  if (wanted === "latest") return releases[0]?.version ?? wanted;
  if (wanted === "lts") return releases.find(({ longTerm }) => longTerm)?.version ?? wanted;
  return parseKernelVersion(wanted) ?? wanted;
}

/** Whether a stable release or a candidate was typed: `6.18.3`, `v6.18-rc1`. */
export function isPartOfRelease(typed: string): boolean {
  return /^\d+\.\d+[.-]/.test(bare(typed));
}

/** `6.1`, whether `v6.1` or `Linux 6.1` was typed. */
function bare(typed: string): string {
  return typed
    .trim()
    .toLowerCase()
    .replace(/^(?:linux\s*|kernel\s*)?v?/, "");
}
