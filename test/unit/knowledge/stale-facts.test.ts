import { expect, it } from "vitest";
import type { Release } from "../../../src/knowledge/release.ts";
import { staleFacts } from "../../../src/knowledge/stale-facts.ts";
import { fact } from "../../support/facts.ts";

const releases: readonly Release[] = ["7.2", "7.1", "7.0"].map((version) => ({
  version,
  date: "2026-01-01",
  toolchain: "minimum",
  longTerm: false,
  sources: [...fact().sources],
}));
const options = { releases, today: "2026-11-22", afterDays: 180 };
const checked = (id: string, on: string, against: string) => fact({ id, checked: { on, against } });

it("lists facts checked too long ago or two releases behind, the longest unchecked first", () => {
  const facts = [
    checked("fresh", "2026-11-01", "7.2"),
    checked("one-behind", "2026-11-01", "7.1"),
    checked("two-behind", "2026-11-01", "7.0"),
    checked("old", "2026-05-01", "7.2"),
  ];
  expect(staleFacts(facts, options).map((stale) => stale.fact.id)).toEqual(["old", "two-behind"]);
});

it("counts a fact as fresh up to the last day", () => {
  expect(staleFacts([checked("edge", "2026-05-26", "7.2")], options)).toEqual([]);
  expect(staleFacts([checked("edge", "2026-05-25", "7.2")], options)).toHaveLength(1);
});

it("asks for no check of what is said to be no longer true", () => {
  const old = { ...checked("old", "2020-01-01", "7.0"), status: "disputed" as const };
  expect(staleFacts([old], options)).toEqual([]);
});
