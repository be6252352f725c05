import fc from "fast-check";
import { expect, test } from "vitest";
import { type Child, isTree, type Tree, textOf } from "../../../src/playground/page/dom/tree.ts";
import { markdown, markdownLine } from "../../../src/playground/page/markdown/render-markdown.ts";

const NAMES = {
  person: (id: string) => (id === "1100000000000000011" ? "Member" : undefined),
  place: (id: string) => (id === "1100000000000000101" ? "general" : undefined),
};

/** The drawn text as something to compare with: tags and classes around text. */
function sketch(text: string): string {
  return markdown(text, NAMES).map(sketchOf).join("");
}

function sketchOf(child: Child): string {
  if (!isTree(child)) return textOf(child);
  return `<${child.tag}>${child.children.map(sketchOf).join("")}</${child.tag}>`;
}

function all(children: readonly Child[]): readonly Tree[] {
  return children.flatMap((child) => (isTree(child) ? [child, ...all(child.children)] : []));
}

test("emphasis, headings, subtext and quotes are drawn", () => {
  expect(sketch("**b** *i* __u__ ~~s~~")).toBe("<strong>b</strong> <em>i</em> <u>u</u> <s>s</s>");
  expect(sketch("# One\n## Two\n-# small\n> quoted\n-# after a quote")).toBe(
    "<h2>One</h2><h3>Two</h3><small>small</small><blockquote>quoted</blockquote><small>after a quote</small>",
  );
});

test("a line that stands for itself has emphasis and code, and nothing that takes a block", () => {
  const line = (text: string) => markdownLine(text, NAMES).map(sketchOf).join("");
  expect(line("# Invariants of `Arc`, **all**")).toBe(
    "# Invariants of <code>Arc</code>, <strong>all</strong>",
  );
  for (const text of ["> a", "- a", "-# a", "1. a"]) expect(line(text)).toBe(text);
});

test("lists nest by indentation, and numbers after bullets are a list of their own", () => {
  expect(sketch("- a\n- b\n  - c\n1. x\n2. y\nafter")).toBe(
    "<div><ul><li>a</li><li>b<ul><li>c</li></ul></li></ul><ol><li>x</li><li>y</li></ol></div>after",
  );
});

test("a code block is shown as it is, whatever is in it", () => {
  const [block] = all(markdown("```rust\nlet x: Vec<u8> = **y**;\n```\nafter", NAMES));
  expect(block?.tag).toBe("pre");
  expect(textOf(block)).toBe("let x: Vec<u8> = **y**;");
  expect(sketch("```rust\nx\n```\nafter")).toMatch(/<\/pre>after$/);
});

test("mentions show names, and ids that nobody knows show no id", () => {
  expect(sketch("<@1100000000000000011> <#1100000000000000101> @everyone")).toBe(
    "<span>@Member</span> <span>#general</span> <span>@everyone</span>",
  );
  expect(sketch("<@1100000000000000999>")).toBe("<span>@unknown-user</span>");
  expect(sketch("</facts add:1100000000000000999>")).toBe("<span>/facts add</span>");
});

test("timestamps are drawn, and one that no calendar has stays as typed", () => {
  expect(sketch("<t:1670716800:D>")).toMatch(/^<time>1[01] December 2022<\/time>$/);
  expect(sketch("<t:99999999999999999:R>")).toBe("<t:99999999999999999:R>");
});

test("masked links lead to web addresses only", () => {
  const hrefs = (text: string) => all(markdown(text, NAMES)).map((tree) => tree.attributes.href);
  expect(hrefs("[docs](https://docs.kernel.org/rust)")).toEqual(["https://docs.kernel.org/rust"]);
  for (const url of ["javascript:alert(1)", "data:text/html,x", "//x.example", "JaVaScRiPt:x"]) {
    expect(hrefs(`[x](${url}) <${url}>`).filter((href) => href !== undefined)).toEqual([]);
  }
});

test("HTML in a text stays text", () => {
  const text = '<img src=x onerror=alert(1)> <script>alert(1)</script> "><b>';
  expect(all(markdown(text, NAMES))).toEqual([]);
  expect(markdown(text, NAMES).map(textOf).join("")).toBe(text);
});

test("no text makes a tag, an attribute or an address that is not ours", () => {
  const tags = new Set(
    "strong em u s br code pre span a time h2 h3 h4 small blockquote div ul ol li".split(" "),
  );
  const names = new Set(
    "class href title target rel datetime start tabindex role aria-label aria-expanded".split(" "),
  );
  const pieces = fc.constantFrom(
    ..."<img onerror=x> | ** | * | __ | ~~ | || | ` | ``` | \n | \n- | \n1. | \n> | \n# | -# | [a]( | javascript:x | https://a.b | ) | < | > | <t:1:R> | <@1100000000000000011> | @here | __proto__ | \\ | é".split(
      " | ",
    ),
    " ",
    "\n",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      for (const tree of all(markdown(parts.join(""), NAMES))) {
        expect(tags).toContain(tree.tag);
        for (const name of Object.keys(tree.attributes)) expect(names).toContain(name);
        expect(String(tree.attributes.href ?? "https://")).toMatch(/^https?:\/\//);
      }
    }),
  );
});
