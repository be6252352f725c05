import { expect, test } from "vitest";
import { createFactIndex } from "../../../../src/knowledge/search/create-fact-index.ts";
import { fact } from "../../../support/facts.ts";

const index = createFactIndex([
  fact({ id: "linux-6-1", title: "Linux 6.1 needs rustc 1.62.0" }),
  fact({ id: "linux-6-10", title: "Linux 6.10 needs rustc 1.78.0" }),
  fact({ id: "linux-6-18", title: "Linux 6.18 needs rustc 1.79" }),
]);
const ids = (query: string, typing = false) =>
  index.search(query, { limit: 5, typing }).map((match) => match.fact.id);

test.each(["6.10", "v6.10", "linux 6.10", "6.10.5", "6.10-rc1", "V6.10-rc7", "kernel-6.10"])(
  "%s finds 6.10 before all others",
  (query) => {
    expect(ids(query)[0]).toBe("linux-6-10");
  },
);

test("6.1 is not 6.10, nor 6.18, even while it is typed", () => {
  expect(ids("6.1")).toEqual(["linux-6-1"]);
  expect(ids("6.1", true)[0]).toBe("linux-6-1");
});

test("a question about a release prefers the fact on that release", () => {
  expect(ids("which rustc does 6.18 need")[0]).toBe("linux-6-18");
  expect(ids("which rustc does 6.1 need")[0]).toBe("linux-6-1");
});

test("a patch release finds what is said of its series, and a series what is said of a patch release", () => {
  expect(ids("rustc 1.62")[0]).toBe("linux-6-1");
  expect(ids("rustc 1.79.0")[0]).toBe("linux-6-18");
});
