import { expect, it } from "vitest";
import { normaliseQuestion } from "../../../src/knowledge/normalise-question.ts";

it.each([
  ["When was Rust merged?", "merged rust"],
  ["rust merged when", "merged rust"],
  ["MERGED: rust, Rust!", "merged rust"],
  ["what is Pin<&mut T> in 6.10", "6.10 mut pin t"],
])("brings %j to its words", (question, key) => {
  expect(normaliseQuestion(question)).toBe(key);
});

it("makes nothing of what has no word of its own", () => {
  expect(normaliseQuestion("what is the ?!")).toBe("");
  expect(normaliseQuestion("👍🏽")).toBe("");
});

it("stays short, whatever is typed", () => {
  const long = Array.from({ length: 500 }, (_, at) => `word${at}`).join(" ");
  expect(normaliseQuestion(long).length).toBeLessThanOrEqual(200);
});
