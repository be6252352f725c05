import { expect, test } from "vitest";
import { createFactIndex } from "../../../../src/knowledge/search/create-fact-index.ts";
import { fact } from "../../../support/facts.ts";

const index = createFactIndex([
  fact({ id: "binder", title: "Binder was rewritten in Rust" }),
  fact({ id: "bindgen", title: "bindgen reads C headers" }),
  fact({ id: "init", title: "Initialisation in place" }),
  fact({ id: "what-is", title: "Rust in the kernel", aliases: ["what is rust for linux"] }),
]);
const ids = (query: string, typing = true) =>
  index.search(query, { limit: 25, typing }).map((match) => match.fact.id);

test("each keystroke towards a title offers it", () => {
  for (let length = 1; length <= "binder was rewritten".length; length += 1) {
    expect(ids("binder was rewritten".slice(0, length))).toContain("binder");
  }
});

test("the unfinished word need not be the only one", () => {
  expect(ids("rewritten bin")[0]).toBe("binder");
});

test("a small word that is unfinished is finished too", () => {
  expect(ids("place in")[0]).toBe("init");
});

test("a question of small words alone finds names that begin so", () => {
  expect(ids("what is")[0]).toBe("what-is");
});

test("an unfinished last word is found in a question that is not being typed, if it is no word", () => {
  expect(ids("c headers bindg", false)[0]).toBe("bindgen");
});

test("an empty query matches nothing", () => {
  expect(ids("")).toEqual([]);
  expect(ids("  ?! ")).toEqual([]);
});
