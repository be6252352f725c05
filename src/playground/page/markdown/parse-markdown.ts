import { rulesExtended, SimpleMarkdown } from "discord-markdown-parser";
import { listRule } from "./list-rule.ts";

/** A part of a text: `type` says what else it holds. Nothing in it is trusted by those who draw it. */
export interface MarkdownNode {
  readonly type: string;
  readonly [key: string]: unknown;
}

const rules = {
  ...rulesExtended,
  heading: atLineStart(rulesExtended.heading, /^(#{1,3}) +([^\n]+?)(\n|$)/),
  subtext: atLineStart(rulesExtended.subtext, /^-# +([^\n]+?)(\n|$)/),
  list: listRule(),
};
const BLOCK_RULES = ["heading", "subtext", "list", "blockQuote", "codeBlock"];
const parser = SimpleMarkdown.parserFor(rules);
const lineParser = SimpleMarkdown.parserFor(
  Object.fromEntries(Object.entries(rules).filter(([name]) => !BLOCK_RULES.includes(name))),
);

/** Discord's Markdown as bots may use it, masked links included. Takes any text. */
export function parseMarkdown(text: string): readonly MarkdownNode[] {
  return parser(text, { inline: true });
}

/** The same for one line, such as the title of an embed: it has no blocks, so `# ` begins no heading there. */
export function parseMarkdownLine(text: string): readonly MarkdownNode[] {
  return lineParser(text, { inline: true });
}

type Rule = (typeof rulesExtended)[string];

/** The library forgets that a line starts after a quote. */
function atLineStart(rule: Rule | undefined, pattern: RegExp): Rule {
  if (!rule) throw new Error("the Markdown library lacks a rule");
  return {
    ...rule,
    match: (source, _state, before) => (/^$|\n *$/.test(before) ? pattern.exec(source) : null),
  };
}
