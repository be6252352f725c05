import { type Child, el, type Tree } from "../dom/tree.ts";
import { code } from "./code.ts";
import { link, safeUrl } from "./link.ts";
import { type MarkdownNode, parseMarkdown, parseMarkdownLine } from "./parse-markdown.ts";
import { timestamp } from "./timestamp.ts";

/** What the ids in a text stand for; undefined for one that the reader does not know. */
export interface Names {
  person(id: string): string | undefined;
  place(id: string): string | undefined;
}

/** Discord's Markdown, drawn. Whatever the text holds, only the tags below come of it. */
export function markdown(text: string, names: Names): readonly Child[] {
  return draw(parseMarkdown(text), names);
}

/** The same for one line, see {@link parseMarkdownLine}. */
export function markdownLine(text: string, names: Names): readonly Child[] {
  return draw(parseMarkdownLine(text), names);
}

const BLOCKS = new Set(["codeBlock", "heading", "lists", "subtext", "blockQuote"]);
const WRAPPERS: Readonly<Record<string, string>> = {
  em: "em",
  strong: "strong",
  underline: "u",
  strikethrough: "s",
};

function draw(nodes: readonly MarkdownNode[], names: Names): readonly Child[] {
  return nodes
    .filter((node, at) => node.type !== "br" || !breaksAnyway(nodes, at))
    .flatMap((node) => drawNode(node, names));
}

/** A line break right after a code block, or last of all, would show as an empty line. */
function breaksAnyway(nodes: readonly MarkdownNode[], at: number): boolean {
  return nodes[at - 1]?.type === "codeBlock" || at === nodes.length - 1;
}

function drawNode(node: MarkdownNode, names: Names): readonly Child[] {
  if (BLOCKS.has(node.type)) return [drawBlock(node, names)];
  const wrapper = WRAPPERS[node.type];
  if (wrapper) return [el(wrapper, {}, inner(node, names))];
  switch (node.type) {
    case "br":
    case "newline":
      return [el("br")];
    case "inlineCode":
      return [el("code", { class: "inline-code" }, string(node.content))];
    case "spoiler":
      return [spoiler(inner(node, names))];
    case "link":
      return maskedLink(string(node.target), inner(node, names));
    case "url":
    case "autolink":
      return [link(string(node.target), "link", ...inner(node, names))];
    case "timestamp":
      return [timestamp(string(node.timestamp), string(node.format))];
    default:
      return drawMention(node, names) ?? inner(node, names);
  }
}

function drawBlock(node: MarkdownNode, names: Names): Tree {
  switch (node.type) {
    case "codeBlock":
      return el(
        "pre",
        { class: "code-block", tabindex: 0 },
        el("code", {}, code(string(node.content), string(node.lang))),
      );
    case "heading":
      return el(
        `h${Number(node.level) + 1}`,
        { class: `heading-${node.level}` },
        inner(node, names),
      );
    case "subtext":
      return el("small", { class: "subtext" }, inner(node, names));
    case "blockQuote":
      return el("blockquote", {}, inner(node, names));
    default:
      return el("div", { class: "lists" }, drawLists(node.lists, names));
  }
}

function drawLists(lists: unknown, names: Names): readonly Tree[] {
  return array(lists).map((list) => {
    const items = array(list.items).map((item) =>
      el("li", {}, draw(nodesOf(item.content), names), drawLists(item.lists, names)),
    );
    return list.ordered === true
      ? el("ol", { start: Number(list.start) }, items)
      : el("ul", {}, items);
  });
}

function drawMention(node: MarkdownNode, names: Names): readonly Child[] | undefined {
  const id = string(node.id);
  switch (node.type) {
    case "user":
      return [mention(`@${names.person(id) ?? "unknown-user"}`)];
    case "role":
      return [mention("@role")];
    case "channel":
      return [mention(`#${names.place(id) ?? "unknown"}`)];
    case "everyone":
    case "here":
      return [mention(`@${node.type}`)];
    case "slashCommand":
      return [mention(`/${string(node.fullName)}`)];
    case "guildNavigation":
      return [mention(string(node.navigation))];
    case "emoji":
      return [el("span", { class: "custom-emoji" }, `:${string(node.name)}:`)];
    case "twemoji":
      return [string(node.name)];
    default:
      return undefined;
  }
}

/** Where Discord refuses the address it shows what was typed. */
function maskedLink(target: string, text: readonly Child[]): readonly Child[] {
  return safeUrl(target) ? [link(target, "link", ...text)] : ["[", ...text, `](${target})`];
}

function mention(text: string): Tree {
  return el("span", { class: "mention" }, text);
}

function spoiler(children: readonly Child[]): Tree {
  return el(
    "span",
    {
      class: "spoiler",
      role: "button",
      tabindex: 0,
      "aria-label": "Spoiler",
      "aria-expanded": "false",
    },
    el("span", { class: "spoiler-text" }, children),
  );
}

function inner(node: MarkdownNode, names: Names): readonly Child[] {
  return typeof node.content === "string" ? [node.content] : draw(nodesOf(node.content), names);
}

function nodesOf(value: unknown): readonly MarkdownNode[] {
  return array(value).flatMap((node) =>
    typeof node.type === "string" ? [{ ...node, type: node.type }] : [],
  );
}

function array(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value : [];
}

function string(value: unknown): string {
  return typeof value === "string" ? value : "";
}
