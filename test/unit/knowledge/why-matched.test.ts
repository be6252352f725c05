import { expect, test } from "vitest";
import { createFactIndex } from "../../../src/knowledge/search/create-fact-index.ts";
import { whyMatched } from "../../../src/knowledge/why-matched.ts";
import { fact } from "../../support/facts.ts";

const lock = fact({
  id: "lock",
  title: "`SpinLock<T>` owns its data",
  body: "A waiter spins. Taking it gives a guard, which unlocks when it is dropped; nobody sleeps meanwhile.",
  aliases: ["spin lock", "lock shared with an interrupt handler"],
});
const index = createFactIndex([lock]);

function why(query: string): string | undefined {
  const [match] = index.search(query, { limit: 1, reasons: true });
  return match && whyMatched(match);
}

test("the alias that says more of the query than the title is told", () => {
  expect(why("which spinlock fits an interrupt handler")).toBe(
    "“lock shared with an interrupt handler”",
  );
  expect(why("interupt handler")).toBe("“lock shared with an interrupt handler”");
});

test("nothing is told where the title shows it", () => {
  expect(why("spinlock owns data")).toBeUndefined();
});

test("the place in the body is told, from the beginning of its sentence or of a word", () => {
  expect(why("guard")).toMatch(/^Taking it gives a guard, which unlocks/);
  expect(why("sleeps")).toMatch(/^nobody sleeps meanwhile\.$/);
  expect(why("dropped")).toMatch(/^…\S.*dropped/);
});

test("a match without reasons has nothing to tell", () => {
  expect(whyMatched({ fact: lock, score: 1 })).toBeUndefined();
});
