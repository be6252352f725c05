import { expect, test } from "vitest";
import { stem } from "../../../../src/knowledge/search/stem.ts";

test.each([
  ["lock locks locked locking"],
  ["allocate allocates allocated allocating allocation allocations"],
  ["merge merged merges merging"],
  ["abstract abstraction abstractions"],
  ["initialise initialised initialising initialize initialized"],
  ["initialiser initialisers initializer"],
  ["analyser analyzer"],
  ["serialisation serialization"],
  ["behaviour behaviours behavior"],
  ["licence license"],
  ["driver drivers"],
  ["library libraries"],
  ["pin pinned pinning pins"],
  ["safe safely"],
])("%s have one stem", (words) => {
  expect(new Set(words.split(" ").map(stem)).size).toBe(1);
});

test.each([
  ["linus linux"],
  ["general generic generate"],
  ["bus busy"],
  ["status state"],
  ["gas ga"],
  ["rust ruse"],
])("%s keep stems of their own", (words) => {
  expect(new Set(words.split(" ").map(stem)).size).toBe(words.split(" ").length);
});

test("what is not made of a to z is left as it is", () => {
  expect(["6.10", "x8664s", "c++", "ядра", "as"].map(stem)).toEqual([
    "6.10",
    "x8664s",
    "c++",
    "ядра",
    "as",
  ]);
});
