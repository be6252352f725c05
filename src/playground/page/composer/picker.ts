import { icon } from "../dom/icons.ts";
import type { Listbox } from "../dom/listbox.ts";
import { el } from "../dom/tree.ts";
import type { CommandEntry } from "../slash/command-entry.ts";
import { matchEntries } from "../slash/command-line.ts";

/** The list of commands that opens at a slash. */
export function showPicker(
  listbox: Listbox,
  owner: HTMLElement,
  typed: { readonly name: string; readonly entries: readonly CommandEntry[]; readonly app: string },
  pick: (entry: CommandEntry) => void,
): void {
  const found = matchEntries(typed.name, typed.entries);
  if (found.length === 0) {
    listbox.close();
    return;
  }
  listbox.open({
    owner,
    label: "Commands",
    header: el("div", { class: "listbox-header" }, typed.app),
    items: found.map((entry) => ({ pick: () => pick(entry), content: content(entry, typed.app) })),
    eager: true,
  });
}

function content(entry: CommandEntry, app: string) {
  return [
    el("span", { class: "picker-icon" }, icon("slash", 18)),
    el(
      "span",
      { class: "picker-text" },
      el(
        "span",
        { class: "picker-name" },
        `/${entry.path}`,
        entry.options
          .filter((option) => option.required)
          .map((option) => el("span", { class: "picker-option" }, option.name)),
      ),
      el("span", { class: "picker-description" }, entry.description),
    ),
    el("span", { class: "picker-app" }, app),
  ];
}
