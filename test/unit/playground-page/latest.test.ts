import { expect, test } from "vitest";
import { createLatest } from "../../../src/playground/page/slash/latest.ts";

/** Lookups that are answered when the test says so, in any order. */
function createLookups() {
  const waiting = new Map<string, (answer: string) => void>();
  const started: string[] = [];
  const heard: string[] = [];
  const latest = createLatest(
    (input: string) =>
      new Promise<string>((resolve) => {
        started.push(input);
        waiting.set(input, resolve);
      }),
    0,
    { done: (answer) => heard.push(answer), failed: () => heard.push("failed") },
  );
  return {
    latest,
    started,
    heard,
    async answer(input: string) {
      waiting.get(input)?.(`answer to ${input}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    },
    async start(input: string) {
      latest.ask(input);
      while (!started.includes(input)) await new Promise((resolve) => setTimeout(resolve, 1));
    },
  };
}

test("a reply that a newer keystroke has overtaken is dropped", async () => {
  const lookups = createLookups();
  await lookups.start("p");
  await lookups.start("pi");
  await lookups.answer("pi");
  await lookups.answer("p");
  expect(lookups.heard).toEqual(["answer to pi"]);
});

test("only the last of several quick keystrokes is looked up", async () => {
  const lookups = createLookups();
  lookups.latest.ask("p");
  lookups.latest.ask("pi");
  await lookups.start("pin");
  expect(lookups.started).toEqual(["pin"]);
});

test("nothing is heard after a lookup was cancelled", async () => {
  const lookups = createLookups();
  await lookups.start("pin");
  lookups.latest.cancel();
  await lookups.answer("pin");
  expect(lookups.heard).toEqual([]);
});
