import { expect, it } from "vitest";
import { checkFact, checkKnowledge } from "../../../src/knowledge/check-knowledge.ts";
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

it("finds a name that stands twice in one fact, as the check of a single fact does", () => {
  const doubled = fact({ aliases: ["a  FACT!", "KBox", "k-box"] });
  expect(problemsOf(doubled)).toEqual(["a-fact aliases", "a-fact aliases"]);
  const known = { findFact: () => undefined, called: () => [doubled] };
  const places = { findTopic: () => topics[0], listReleases: () => releases };
  expect(checkFact(doubled, { ...known, ...places }).map(({ message }) => message)).toEqual(
    checkKnowledge({ facts: [doubled], topics, releases }, () => "").map(({ message }) => message),
  );
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
