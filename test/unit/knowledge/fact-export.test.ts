import fc from "fast-check";
import { expect, it } from "vitest";
import { exportText, importEdits, parseExport } from "../../../src/knowledge/fact-export.ts";
import { arbitraryFact } from "../../support/arbitrary-fact.ts";
import { fact } from "../../support/facts.ts";

const document = (facts: readonly ReturnType<typeof fact>[]) =>
  exportText({ format: 1, exported: "2026-11-22T00:00:00.000Z", facts });

it("reads back every fact as it was written, whatever is in it", () => {
  fc.assert(
    fc.property(arbitraryFact, (one) => {
      expect(parseExport(document([one]), "export").value).toEqual([one]);
    }),
  );
});

it("reads a bare array of facts as well", () => {
  expect(parseExport(JSON.stringify([fact()]), "export").value).toEqual([fact()]);
});

it.each([
  ["what is no JSON", "{", "not valid JSON"],
  ["a later format", JSON.stringify({ format: 2, facts: [] }), "has format 2"],
  ["anything else", "null", "is neither an export nor a list of facts"],
  ["a fact that stands twice", document([fact(), fact()]), "stands twice"],
])("refuses %s, and says so", (_, text, problem) => {
  const parsed = parseExport(text, "export");
  expect(parsed.value).toBeUndefined();
  expect(parsed.problems.map(({ message }) => message).join()).toContain(problem);
});

it("names the problems of all facts at once", () => {
  const wrong = [fact({ id: "one", title: "" }), fact({ id: "two", sources: [] })];
  const { problems } = parseExport(document(wrong), "export");
  expect(problems.map(({ id }) => id)).toEqual(expect.arrayContaining(["one", "two"]));
});

it("comes to edits of what is new or differs, and leaves the rest alone", () => {
  const [same, other, added] = [fact({ id: "same" }), fact({ id: "other" }), fact({ id: "added" })];
  const changed = { ...other, body: "Now this." };
  const known = new Map([same, other].map((one) => [one.id, one]));
  expect(importEdits([same, changed, added], (id) => known.get(id))).toEqual([
    { id: "other", from: other, to: changed },
    { id: "added", from: null, to: added },
  ]);
});
