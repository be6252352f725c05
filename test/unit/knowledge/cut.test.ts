import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cut } from "../../../src/knowledge/cut.ts";

const graphemesOf = (text: string) =>
  [...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text)].map(
    ({ segment }) => segment,
  );

describe("cut", () => {
  it("takes whole graphemes from the start, as many as fit", () => {
    const part = fc.constantFrom(
      "a",
      "👩‍👩‍👧‍👦",
      "e\u0301",
      `z${"\u0301".repeat(90)}`,
      "🇩🇪",
      " ",
      "\r\n",
    );
    const text = fc.array(part, { maxLength: 40 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, fc.nat(120), (whole, max) => {
        const graphemes = graphemesOf(whole);
        let wanted = "";
        while (graphemes[0] !== undefined && wanted.length + graphemes[0].length <= max) {
          wanted += graphemes.shift();
        }
        expect(cut(whole, max)).toBe(wanted);
      }),
    );
  });

  it("stops before a grapheme that does not fit, whatever would fit after it", () => {
    expect(cut(`ab${"\u0301".repeat(500)}c`, 10)).toBe("a");
  });
});
