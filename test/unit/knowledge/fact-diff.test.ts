import { expect, it } from "vitest";
import { diffFacts } from "../../../src/knowledge/fact-diff.ts";
import { fact } from "../../support/facts.ts";

it("shows what changed, a line a value, with what stands around it", () => {
  const before = fact({ title: "Old title", aliases: ["kept", "dropped"] });
  const after = { ...before, title: "New title", aliases: ["kept", "added"] };
  const lines = diffFacts(before, after).split("\n");
  expect(lines.filter((line) => /^[-+]/.test(line))).toEqual([
    "-title: Old title",
    "+title: New title",
    "-  dropped",
    "+  added",
  ]);
  expect(lines).toContain("   kept");
});

it("shows a change of the title and one of the text by themselves", () => {
  const before = fact({ title: "Old title", body: "Old body." });
  const after = { ...before, title: "New title", body: "New body." };
  expect(diffFacts(before, after).split("\n").slice(0, 5)).toEqual([
    "-title: Old title",
    "+title: New title",
    " ",
    "-Old body.",
    "+New body.",
  ]);
});

it("shows the sentence that changed within a paragraph, not the paragraph", () => {
  const before = fact({ body: "One stays. Two goes. Three stays." });
  const after = { ...before, body: "One stays. Two came. Three stays." };
  const changed = diffFacts(before, after)
    .split("\n")
    .filter((line) => /^[-+]/.test(line));
  expect(changed).toEqual(["-Two goes. ", "+Two came. "]);
});

it("leaves out what is far from any change, and says so", () => {
  const before = fact({ title: "Before", featured: false, tags: ["a", "b", "c", "d"] });
  const diff = diffFacts(before, { ...before, title: "After", featured: true });
  expect(diff.split("\n")).toContain("…");
  expect(diff).not.toContain("  b");
});

it("is empty where nothing changed, and all lines of one side where the other is no fact", () => {
  const one = fact();
  expect(diffFacts(one, one)).toBe("");
  const removed = diffFacts(one, null).split("\n");
  expect(removed.length).toBeGreaterThan(5);
  expect(removed.every((line) => line.startsWith("-"))).toBe(true);
});

it("shows a change of white space alone", () => {
  const before = fact({ body: "One. Two." });
  expect(diffFacts(before, { ...before, body: "One.\nTwo." })).not.toBe("");
});
