import type { Revision } from "../knowledge/fact-store.ts";

type Told = Pick<Revision, "kind" | "before" | "after">;

/** What a revision did to its fact, in a word that fits "removed it" and "removed by". */
export function verbOf(revision: Told): string {
  const { kind, before, after } = revision;
  if (after === null) return "removed";
  if (isAlongside(revision)) return "changed";
  if (kind === "suggestion") return before === null ? "added" : "edited";
  return VERBS[kind];
}

/** Whether a removal only took what is gone out of what this fact refers to. */
export function isAlongside({ kind, after }: Told): boolean {
  return kind === "remove" && after !== null;
}

const VERBS: Readonly<Record<Exclude<Revision["kind"], "suggestion">, string>> = {
  add: "added",
  edit: "edited",
  remove: "removed",
  restore: "restored",
  verify: "checked",
  import: "imported",
  merge: "merged",
};
