import { expect, test } from "vitest";
import { createFactIndex } from "../../../../src/knowledge/search/create-fact-index.ts";
import { fact } from "../../../support/facts.ts";

const index = createFactIndex([
  fact({ id: "maintainers", title: "Who the maintainers of Rust code are" }),
  fact({ id: "allocation", title: "Every allocation can fail" }),
  fact({ id: "spinlock", title: "A spinlock disables preemption" }),
  fact({ id: "architectures", title: "Architectures that support Rust" }),
]);
const first = (query: string, typing = false) =>
  index.search(query, { limit: 3, typing })[0]?.fact.id;

test.each([
  ["a letter left out", "maintiners", "maintainers"],
  ["a letter too many", "alllocation", "allocation"],
  ["a wrong letter", "spimlock", "spinlock"],
  ["two letters swapped", "spinlokc", "spinlock"],
  ["a wrong first letter", "qllocation", "allocation"],
  ["two edits", "achitectres", "architectures"],
  ["a lost space", "everyallocation", "allocation"],
  ["a lost space between misspelt words", "maintanersruts", "maintainers"],
  ["more than two edits", "archyteckturs", "architectures"],
  ["a whole misspelt question", "hwo are teh maintianers of rsut", "maintainers"],
])("%s is forgiven", (_what, query, id) => {
  expect(first(query)).toBe(id);
});

test("a word of everyday English is taken as it is, not as a misspelling", () => {
  const cores = createFactIndex([fact({ id: "cores", title: "Core idioms" })]);
  expect(cores.search("corn", { limit: 1 })).toEqual([]);
});

test("a misspelt last word is not taken for the beginning of a longer one, unless somebody is typing it", () => {
  const alerts = fact({
    id: "alerts",
    title: "The level of kernalert",
    aliases: ["rust kernalert"],
  });
  const kernel = fact({ id: "kernel", title: "Rust in the kernel", aliases: ["rust kernel"] });
  const within = createFactIndex([alerts, kernel]);
  const best = (typing: boolean) => within.search("rust kernal", { limit: 1, typing })[0]?.fact.id;
  expect(best(false)).toBe("kernel");
  expect(best(true)).toBe("alerts");
});
