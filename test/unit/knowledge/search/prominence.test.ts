import { expect, test } from "vitest";
import { createFactIndex } from "../../../../src/knowledge/search/create-fact-index.ts";
import { fact } from "../../../support/facts.ts";

const first = fact({ id: "bar", title: "A lock of iron", aliases: ["lock iron"] });
const second = fact({ id: "foo", title: "A lock of wood", aliases: ["lock wood"] });
const leaning = ["a", "b", "c"].map((id) =>
  fact({ id, title: `Something of ${id}`, related: [second.id] }),
);
const ids = (index = createFactIndex([first, second])) =>
  index.search("the lock", { limit: 2 }).map((match) => match.fact.id);

test("of two facts that fit alike, the one that more facts name as related comes first", () => {
  expect(ids()).toEqual(["bar", "foo"]);
  expect(ids(createFactIndex([first, second, ...leaning]))).toEqual(["foo", "bar"]);
});

test("no longer when those facts are gone", () => {
  const index = createFactIndex([first, second, ...leaning]);
  for (const { id } of leaning) index.remove(id);
  expect(ids(index)).toEqual(["bar", "foo"]);
});
