import { expect, it } from "vitest";
import { createRateLimit } from "../../../commands/rate-limit.ts";

const allowances = [
  { max: 1, withinMs: 10 },
  { max: 3, withinMs: 100 },
];

it("keeps somebody to every allowance, and nobody else", () => {
  let now = 0;
  const take = createRateLimit(allowances, () => now);
  const taken = [0, 5, 10, 20, 30, 99, 100].map((at) => {
    now = at;
    return take("one");
  });
  expect(taken).toEqual([true, false, true, true, false, false, true]);
  expect(take("other")).toBe(true);
});

it("does not count what it refused", () => {
  let now = 0;
  const take = createRateLimit([{ max: 1, withinMs: 10 }], () => now);
  take("one");
  for (now = 1; now < 10; now++) expect(take("one")).toBe(false);
  expect(take("one")).toBe(true);
});
