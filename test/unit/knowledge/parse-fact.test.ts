import { describe, expect, it } from "vitest";
import { FACT_LIMITS } from "../../../src/knowledge/fact.ts";
import { parseFact, parseFacts, parseReleases } from "../../../src/knowledge/parse-fact.ts";
import { fact } from "../../support/facts.ts";

const fieldsOf = (data: unknown) => parseFact(data, "file").problems.map(({ field }) => field);

describe("parsing a fact", () => {
  it("fills in the lists that were left out", () => {
    const { aliases: _, tags: _t, related: _r, featured: _f, ...sparse } = fact();
    expect(parseFact(sparse, "file").value).toEqual(fact());
  });

  it("names every problem at once, each with file, fact and field", () => {
    const { problems } = parseFact(
      { ...fact(), title: "x", body: "", since: "6", sources: [], unknown: 1 },
      "facts/history.json",
    );
    expect(problems.map(({ field }) => field).sort()).toEqual([
      "",
      "body",
      "since",
      "sources",
      "title",
    ]);
    for (const problem of problems) {
      expect(problem).toMatchObject({ where: "facts/history.json", id: "a-fact" });
    }
  });

  it.each([
    ["a title of two lines", { title: "one\ntwo" }, "title"],
    ["a title that begins with a space", { title: " one" }, "title"],
    ["a body of white space", { body: " \n " }, "body"],
    ["a body one unit too long", { body: "x".repeat(FACT_LIMITS.bodyMax + 1) }, "body"],
    ["a body with a fence left open", { body: "```rust\nlet x;" }, "body"],
    ["an id with capitals", { id: "A-Fact" }, "id"],
    [
      "plain http",
      { sources: [{ title: "t", url: "http://lwn.net/", kind: "article" }] },
      "sources.0.url",
    ],
    [
      "a URL with a space",
      { sources: [{ title: "t", url: "https://lwn.net/a b", kind: "article" }] },
      "sources.0.url",
    ],
    ["the same source twice", { sources: [fact().sources[0], fact().sources[0]] }, "sources"],
    ["an alias twice but for case", { aliases: ["KBox", "kbox"] }, "aliases"],
    ["until before since", { since: "6.10", until: "6.9" }, "until"],
    ["superseded by nothing", { status: "superseded" }, "supersededBy"],
    ["a successor of a current fact", { supersededBy: "other" }, "supersededBy"],
    ["a relation to itself", { related: ["a-fact"] }, "related"],
    ["a day that does not exist", { checked: { on: "2026-02-30", against: "6.1" } }, "checked.on"],
  ])("refuses %s", (_, overrides, field) => {
    expect(fieldsOf({ ...fact(), ...overrides })).toContain(field);
  });

  it("takes texts of exactly the longest length, counted in UTF-16 units", () => {
    expect(fieldsOf(fact({ body: "👍".repeat(FACT_LIMITS.bodyMax / 2) }))).toEqual([]);
    expect(fieldsOf(fact({ body: "👍".repeat(FACT_LIMITS.bodyMax / 2 + 1) }))).toEqual(["body"]);
  });

  it.each([[null], [[]], ["text"], [1], [undefined]])("refuses %j without throwing", (data) => {
    expect(parseFact(data, "file").problems.length).toBeGreaterThan(0);
  });
});

it("counts the entries of a file that have no readable id", () => {
  expect(parseFacts([fact(), {}], "file").problems[0]).toMatchObject({ id: "entry 2" });
});

it("wants releases oldest first, once each: 6.9 before 6.10", () => {
  const release = (version: string) => ({
    version,
    date: "2024-01-01",
    toolchain: "minimum",
    longTerm: false,
    sources: fact().sources,
  });
  expect(parseReleases(["6.9", "6.10"].map(release), "releases.json").problems).toEqual([]);
  expect(parseReleases(["6.10", "6.9"].map(release), "releases.json").problems).toHaveLength(1);
  expect(parseReleases(["6.9", "6.9"].map(release), "releases.json").problems).toHaveLength(1);
});
