import { expect, test } from "vitest";
import { createFactIndex } from "../../../../src/knowledge/search/create-fact-index.ts";
import { fact } from "../../../support/facts.ts";

const lock = fact({
  id: "lock",
  title: "`SpinLock<T>` owns its data",
  body: "Taking the lock gives a guard.",
  aliases: ["spin lock"],
  tags: ["locking"],
});
const index = createFactIndex([lock]);

function told(query: string) {
  const [match] = index.search(query, { limit: 1, reasons: true });
  return (match?.reasons ?? []).map(({ field, at, start, end, word, how }) => {
    const texts = {
      title: [lock.title],
      body: [lock.body],
      aliases: lock.aliases,
      tags: lock.tags,
    };
    return `${field}: ${texts[field][at]?.slice(start, end)} <- ${word} (${how})`;
  });
}

test("a match tells which words of the fact answer to which of the query, field by field", () => {
  expect(told("locks")).toEqual([
    "title: SpinLock <- locks (exact)",
    "aliases: lock <- locks (exact)",
    "tags: locking <- locks (exact)",
    "body: lock <- locks (exact)",
  ]);
});

test("a misspelt, an unfinished and a joined word are told as such", () => {
  expect(told("gaurd owns")).toContain("body: guard <- gaurd (spelling)");
  expect(told("owns dat")).toContain("title: data <- dat (completion)");
  expect(told("spin lock guard")).toContain("title: SpinLock <- spin (joined)");
});

test("no reasons are told where none were asked for", () => {
  expect(index.search("locks", { limit: 1 })[0]).not.toHaveProperty("reasons");
});
