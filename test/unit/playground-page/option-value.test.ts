import type { APIApplicationCommandBasicOption } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { matchSuggestions, readValue } from "../../../src/playground/page/slash/option-value.ts";

const base = { name: "x", description: "x", required: true };
const string: APIApplicationCommandBasicOption = { ...base, type: 3, min_length: 2, max_length: 5 };
const integer: APIApplicationCommandBasicOption = { ...base, type: 4, min_value: 1, max_value: 9 };
const number: APIApplicationCommandBasicOption = { ...base, type: 10 };
const user: APIApplicationCommandBasicOption = { ...base, type: 6 };

function read(option: APIApplicationCommandBasicOption, text: string) {
  return readValue(option, text, undefined, undefined);
}

test("a required option that is empty is a problem, an optional one is left out", () => {
  expect(read(string, " ")).toHaveProperty("problem");
  expect(read({ ...string, required: false }, " ")).toEqual({ missing: true });
});

test("text is held to its lengths and sent as typed", () => {
  expect(read(string, " ab ")).toEqual({ value: " ab " });
  expect(read(string, "a")).toHaveProperty("problem");
  expect(read(string, "abcdef")).toHaveProperty("problem");
});

test("numbers are sent as numbers and held to their range", () => {
  expect(read(integer, " 7 ")).toEqual({ value: 7 });
  expect(read(number, "1,5")).toEqual({ value: 1.5 });
  for (const wrong of ["0", "10", "1.5", "seven", "1e999"]) {
    expect(read(integer, wrong)).toHaveProperty("problem");
  }
});

test("what was picked counts as long as its name stands there", () => {
  const picked = { name: "Rust was merged", value: "rust-merged" };
  expect(readValue(string, "Rust was merged", picked, undefined)).toEqual({ value: "rust-merged" });
  expect(readValue(string, "Rust", picked, undefined)).toEqual({ value: "Rust" });
});

test("where only certain values exist, their names and values are understood and nothing else", () => {
  const fixed = [
    { name: "True", value: true },
    { name: "False", value: false },
  ];
  expect(readValue({ ...base, type: 5 }, "true", undefined, fixed)).toEqual({ value: true });
  expect(readValue({ ...base, type: 5 }, "maybe", undefined, fixed)).toHaveProperty("problem");
});

test("an id can be typed where no list of what exists is known", () => {
  expect(read(user, "1100000000000000011")).toEqual({ value: "1100000000000000011" });
  expect(read(user, "somebody")).toHaveProperty("problem");
});

test("suggestions that begin as typed come before those that contain it", () => {
  const all = ["Other moderator", "Moderator", "Member"].map((name) => ({ name, value: name }));
  expect(matchSuggestions("MOD", all).map(({ name }) => name)).toEqual([
    "Moderator",
    "Other moderator",
  ]);
});
