import { icon } from "./icons.ts";
import { type Child, el } from "./tree.ts";

export interface SelectOption {
  readonly value: string;
  readonly label: string;
  readonly description?: string;
  readonly emoji?: string;
  readonly selected?: boolean;
}

/** What stands on one line of a menu: a box to tick where several can be chosen. */
export function optionContent(
  option: SelectOption,
  selected: boolean,
  single: boolean,
): readonly Child[] {
  return [
    option.emoji !== undefined && el("span", { class: "emoji" }, option.emoji),
    el(
      "span",
      { class: "select-text" },
      el("span", {}, option.label),
      option.description !== undefined && el("span", { class: "dim" }, option.description),
    ),
    !single &&
      el(
        "span",
        { class: selected ? "checkbox checked" : "checkbox" },
        selected && icon("check", 16),
      ),
    single && selected && icon("check", 18),
  ];
}
