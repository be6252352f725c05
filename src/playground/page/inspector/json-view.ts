import { icon } from "../dom/icons.ts";
import { el, type Tree } from "../dom/tree.ts";
import { code } from "../markdown/code.ts";

const INDENT = 2;
/** Beyond this, colours would cost more time than they are worth. */
const LONGEST_COLOURED = 60_000;

/** A value as indented JSON, with a button that copies it. */
export function jsonView(label: string, value: unknown, copy: (text: string) => void): Tree {
  const text = JSON.stringify(value, undefined, INDENT) ?? "nothing";
  return el(
    "div",
    { class: "json" },
    el(
      "div",
      { class: "json-bar" },
      el("span", {}, label),
      el(
        "button",
        {
          type: "button",
          class: "icon-button",
          "aria-label": `Copy ${label}`,
          title: "Copy",
          on: { click: () => copy(text) },
        },
        icon("copy", 16),
      ),
    ),
    el(
      "pre",
      { class: "code-block", tabindex: 0, "aria-label": label },
      el("code", {}, text.length > LONGEST_COLOURED ? text : code(text, "json")),
    ),
  );
}
