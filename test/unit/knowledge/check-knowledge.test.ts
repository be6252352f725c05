import { expect, it } from "vitest";
import { checkKnowledge } from "../../../src/knowledge/check-knowledge.ts";
import type { Fact } from "../../../src/knowledge/fact.ts";
import type { Release } from "../../../src/knowledge/release.ts";
import { fact } from "../../support/facts.ts";

const topics = [{ id: "history", title: "History", description: "What happened." }];
const releases: Release[] = [
  { version: "6.18", date: "2025-11-30", toolchain: "minimum", longTerm: true, sources: [] },
];

const problemsOf = (...facts: Fact[]) =>
  checkKnowledge({ facts, topics, releases }, () => "file").map(
    ({ id, field }) => `${id} ${field}`,
  );

it("has nothing to say of facts that fit together", () => {
  const other = fact({ id: "other", title: "Other", aliases: ["6.10"], related: ["a-fact"] });
  expect(problemsOf(fact({ aliases: ["61.0"] }), other)).toEqual([]);
});

it.each([
  ["an id", [fact(), fact({ title: "Other" })], "a-fact id"],
  [
    "a title but for case and signs",
    [fact(), fact({ id: "b-fact", title: "a  FACT!" })],
    "b-fact title",
  ],
  [
    "an alias",
    [fact({ aliases: ["KBox"] }), fact({ id: "b-fact", title: "B", aliases: ["kbox"] })],
    "b-fact aliases",
  ],
  [
    "an alias that is another's title",
    [fact(), fact({ id: "b-fact", title: "B", aliases: ["A fact"] })],
    "b-fact aliases",
  ],
])("finds %s that two facts have", (_, facts, problem) => {
  expect(problemsOf(...facts)).toEqual([problem]);
});

it.each([
  ["related fact", { related: ["gone"] }, "related"],
  ["successor", { status: "superseded", supersededBy: "gone" } as const, "supersededBy"],
  ["topic", { topic: "gone" }, "topic"],
  ["release in since", { since: "6.17" }, "since"],
  ["release in until", { until: "6.17" }, "until"],
  ["release in checked", { checked: { on: "2026-11-22", against: "9.9" } }, "checked.against"],
])("finds a %s that does not exist", (_, overrides, field) => {
  expect(problemsOf(fact(overrides))).toEqual([`a-fact ${field}`]);
});
