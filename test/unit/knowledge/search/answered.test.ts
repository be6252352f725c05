import { expect, test } from "vitest";
import { createFactIndex } from "../../../../src/knowledge/search/create-fact-index.ts";
import { fact } from "../../../support/facts.ts";

const spin = fact({ id: "spin", title: "`SpinLock` spins", aliases: ["spinlock"] });
const mutex = fact({ id: "mutex", title: "`Mutex` sleeps", aliases: ["sleeping lock"] });
const answered = new Map([
  ["spin", ["what can I hold in an interrupt handler", "which one keeps the cpu busy"]],
]);
const index = createFactIndex([spin, mutex], { answered });
const search = (query: string, within = index) =>
  within.search(query, { limit: 2, reasons: true }).map((match) => match.fact.id);

test("a fact is found by the words of a question that it answers", () => {
  expect(search("interrupt handlers")).toEqual(["spin"]);
  expect(search("what keeps a cpu busy")[0]).toBe("spin");
  expect(search("interrupt handlers", createFactIndex([spin, mutex]))).toEqual([]);
});

test("a question is no name: a fact is not called so by asking it", () => {
  const [match] = index.search("What can I hold in an interrupt handler?", { limit: 1 });
  expect(match?.fact.id).toBe("spin");
  expect(match?.score).toBeLessThan(1);
  expect(index.called("what can i hold in an interrupt handler")).toEqual([]);
});

test("why a fact matched is told by places in it, never by a question", () => {
  const query = "which spinlock in an interrupt handler";
  const [match] = index.search(query, { limit: 1, reasons: true });
  expect(match?.reasons?.map(({ word }) => word)).toEqual(["spinlock", "spinlock"]);
});

test("a fact that is put in later, or changed, is found by its questions too, and not once it is gone", () => {
  const later = createFactIndex([mutex], { answered });
  expect(search("interrupt handlers", later)).toEqual([]);
  later.add(spin);
  later.replace({ ...spin, title: "Spinning" });
  expect(search("interrupt handlers", later)).toEqual(["spin"]);
  later.remove("spin");
  expect(search("interrupt handlers", later)).toEqual([]);
});

test("a known question is answered by its fact, surely, however many facts have its words", () => {
  const crowd = Array.from({ length: 80 }, (_, at) =>
    fact({ id: `crowd-${at}`, title: `Rust in the kernel since part ${at}`, aliases: [] }),
  );
  const merged = fact({ id: "merged", title: "Merged for 6.1", aliases: [] });
  const known = new Map([["merged", ["since when is rust in the kernel"]]]);
  const within = createFactIndex([...crowd, merged], { answered: known });
  for (const query of ["Since when is Rust in the kernel?", "in the kernel, rust is since when"]) {
    const [match] = within.search(query, { limit: 1 });
    expect(match?.fact.id).toBe("merged");
    expect(match?.score).toBeGreaterThan(0.9);
  }
});
