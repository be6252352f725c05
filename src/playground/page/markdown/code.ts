import bash from "highlight.js/lib/languages/bash";
import c from "highlight.js/lib/languages/c";
import diff from "highlight.js/lib/languages/diff";
import ini from "highlight.js/lib/languages/ini";
import json from "highlight.js/lib/languages/json";
import makefile from "highlight.js/lib/languages/makefile";
import rust from "highlight.js/lib/languages/rust";
import { createLowlight } from "lowlight";
import { type Child, el } from "../dom/tree.ts";

/** The languages of kernel work; a block in any other one is shown plain. */
const lowlight = createLowlight({ bash, c, diff, ini, json, makefile, rust });
lowlight.registerAlias({ bash: ["console", "shell", "sh"], ini: ["toml"], rust: ["rs"] });

type Highlighted = ReturnType<typeof lowlight.highlight>["children"][number];

/** The text of a code block, with its words coloured where the language is known. */
export function code(text: string, language: string): readonly Child[] {
  const known = language.toLowerCase();
  if (!lowlight.registered(known)) return [text];
  return lowlight.highlight(known, text).children.map(toTree);
}

function toTree(node: Highlighted): Child {
  if (node.type === "text") return node.value;
  if (node.type !== "element") return undefined;
  const { className } = node.properties;
  const classes = Array.isArray(className) ? className.join(" ") : undefined;
  return el("span", { class: classes }, node.children.map(toTree));
}
