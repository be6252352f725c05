import { parse } from "discord-markdown-parser";
import fc from "fast-check";
import { expect, it } from "vitest";
import { FACT_LIMITS } from "../../src/knowledge/fact.ts";
import { markdownLink } from "../../src/knowledge/markdown-link.ts";

const URL = "https://docs.kernel.org/rust/index.html";

/** What a reader sees of the only thing in a text, a link; undefined for anything else. */
function seen(text: string): string | undefined {
  const [link, ...others] = parse(text, "extended");
  if (link?.type !== "link" || link.target !== URL || others.length > 0) return undefined;
  const parts = Array.isArray(link.content) ? link.content : [link.content];
  const plain = parts.map(({ type, content, name }) => (type === "twemoji" ? name : content));
  return parts.every(({ type }) => ["text", "twemoji"].includes(type)) ? plain.join("") : undefined;
}

it.each([
  "Pin<&mut T> and <T>",
  "Posted by <@1100000000000000011> in <#1100000000000000101>",
  "<t:1670716800:R>, <:crab:1100000000000000011>, </ask:1100000000000000011>, <id:home>",
  "<https://lwn.net/>",
  "https://lwn.net/Articles/1/",
  "[PATCH 0/3] rust: add `Vec<T>`, [RFC]",
  "@everyone, @here",
  "> not a quote",
  "# not a heading",
  "a \\ b \\",
])("reads as it was written and is one link: %s", (title) => {
  expect(seen(markdownLink({ title, url: URL }))).toBe(title);
});

it.each(["a](https://evil.example) b", "[", "]", "[[a]", "a ] b [c]", "\\]"])(
  "shows brackets that do not come in pairs by what looks like them: %s",
  (title) => {
    const shown = title.replaceAll("[", "［").replaceAll("]", "］");
    expect(seen(markdownLink({ title, url: URL }))).toBe(shown);
  },
);

it("is one link that reads as its title, whatever the title holds", () => {
  const part = fc.oneof(
    fc.constantFrom(..."\\*_~`|<>@#[]():/-+.!1aé🦀 "),
    fc.constantFrom("](", "**", "||", "```", "https://", "<@1>", "@here", "<t:0:R>", "[x](y)"),
    fc.string({ unit: "grapheme", maxLength: 5 }),
  );
  const title = fc
    .array(part, { minLength: 1, maxLength: 30 })
    .map((parts) =>
      parts
        .join("")
        .replace(/[\p{Cc}\s]+/gu, " ")
        .trim(),
    )
    .filter((text) => /^[^［］]+$/.test(text) && text.length <= FACT_LIMITS.sourceTitleMax);
  fc.assert(
    fc.property(title, (text) => {
      const shown = seen(markdownLink({ title: text, url: URL }));
      expect(shown?.replaceAll("［", "[").replaceAll("］", "]")).toBe(text);
    }),
    { numRuns: 2_000 },
  );
});
