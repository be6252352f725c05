import fc from "fast-check";
import { expect, it } from "vitest";
import { FactIdSchema } from "../../../src/knowledge/fact.ts";
import { newFactId } from "../../../src/knowledge/fact-id.ts";

const free = () => false;

it.each([
  ["Rust support was merged for Linux 6.1", "rust-support-was-merged-for-linux-6-1"],
  ["`Pin<&mut T>` isn't movable", "pin-mut-t-isnt-movable"],
  ["Ça", "fact-ca"],
  ["日本語", "fact-new"],
])("makes an id of %j", (title, id) => {
  expect(newFactId(title, free)).toBe(id);
});

it("numbers an id that is taken", () => {
  const taken = new Set(["a-fact", "a-fact-2"]);
  expect(newFactId("A fact", (id) => taken.has(id))).toBe("a-fact-3");
});

it("makes a valid id of every title", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (title) => {
      expect(FactIdSchema.safeParse(newFactId(title, free)).success).toBe(true);
    }),
  );
});
