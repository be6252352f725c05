import { parse } from "discord-markdown-parser";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quoteTyped, truncate } from "../../../src/discord/text.ts";

describe("truncate", () => {
  it("leaves a text that fits as it is", () => {
    expect(truncate("short", 5)).toBe("short");
  });

  it("cuts between graphemes, never inside one", () => {
    const family = "👩‍👩‍👧‍👦";
    expect(truncate(family.repeat(3), family.length * 2 + 1)).toBe(`${family.repeat(2)}…`);
  });

  it("closes a code fence that it cuts open", () => {
    const cut = truncate(`see\n\`\`\`rust\n${"let x = 1;\n".repeat(50)}\`\`\``, 200);
    expect(cut.length).toBeLessThanOrEqual(200);
    expect(cut.endsWith("```")).toBe(true);
    expect(cut.match(/```/g)).toHaveLength(2);
  });

  it("takes nothing of a grapheme that is longer than the limit", () => {
    expect(truncate(`a${"\u0301".repeat(500)}`, 20)).toBe("…");
  });

  it("fits the limit, is well-formed and leaves no fence open, whatever the text", () => {
    const text = fc.array(fc.constantFrom("```", "a", "👍🏽", "\n", "e\u0301", "``", " "), {
      maxLength: 200,
    });
    fc.assert(
      fc.property(text, fc.integer({ min: 10, max: 120 }), (parts, max) => {
        const cut = truncate(parts.join(""), max);
        expect(cut.length).toBeLessThanOrEqual(max);
        expect(cut.isWellFormed()).toBe(true);
        if (parts.join("").length > max) expect((cut.split("```").length - 1) % 2).toBe(0);
      }),
    );
  });
});

describe("quoteTyped", () => {
  it("takes the effect from Markdown, mentions and links", () => {
    const quoted = quoteTyped("**b** `c` @everyone <@1> [x](https://a.example) # h");
    expect(quoted).not.toMatch(/(?<!\\)[*`@<[\]()#]/);
    expect(quoted).not.toContain("https://");
  });

  it("reads as it was typed, with no emphasis, code, link, mention or emoji, whatever was typed", () => {
    const part = fc.oneof(
      fc.constantFrom(..."\\\\*_~`|<>@#[]():/-+.!1aé🦀 ".split(/(?:)/u)),
      fc.constantFrom("**", "__", "||", "~~", "```", "https://", "http://a.example/b_c", "<@1>"),
      fc.constantFrom("@everyone", "<#1>", "<@&1>", "</ask:1>", "<t:0:R>", "[x](https://a.b)"),
      fc.constantFrom(
        ":crab:",
        "<:a:1>",
        "<id:home>",
        "- ",
        "> ",
        "-# ",
        "¯\\_(ツ)_/¯",
        "discord.gg/x",
      ),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const typed = parts.join("").replace(/\s+/g, " ").trim();
        const nodes = parse(quoteTyped(typed, 2_000), "extended");
        const plain = nodes.map(({ type, content, name }) => {
          if (type === "twemoji") return name;
          expect(type).toBe("text");
          return content;
        });
        expect(plain.join("")).toBe(`“${typed}”`);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(["*******bold****", "_________", "``x``` `", "\\\\*a*"])(
    "takes the effect from %s",
    (typed) => {
      const nodes = parse(quoteTyped(typed), "extended");
      expect(nodes.map(({ content }) => content).join("")).toBe(`“${typed}”`);
    },
  );

  it("shows several lines as one, and cuts what is long", () => {
    expect(quoteTyped("a\nb\u2028c")).toBe("“a b c”");
    expect(quoteTyped("x".repeat(6_000)).length).toBeLessThan(410);
  });
});
