import type { APIApplicationCommandBasicOption } from "discord-api-types/v10";
import type { Listbox } from "../dom/listbox.ts";
import { make, onKey } from "../dom/mount.ts";
import { el } from "../dom/tree.ts";

/** The last field of a command: offers the options that are not there yet. */
export function createAdder(
  listbox: Listbox,
  remaining: () => readonly APIApplicationCommandBasicOption[],
  listeners: {
    add(option: APIApplicationCommandBasicOption): void;
    key(event: KeyboardEvent, empty: boolean): void;
  },
) {
  const input = make("input", {
    type: "text",
    class: "option-adder",
    role: "combobox",
    "aria-label": "More options",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    autocomplete: "off",
    spellcheck: "false",
    on: {
      focus: offer,
      input: offer,
      blur: () => {
        input.value = "";
        listbox.close();
      },
      keydown: onKey((event) => {
        if (!listbox.takeKey(event)) listeners.key(event, input.value === "");
      }),
    },
  });

  function offer() {
    const wanted = input.value.trim().toLowerCase();
    const found = remaining().filter((option) => option.name.includes(wanted));
    listbox.open({
      owner: input,
      label: "More options",
      header: el("div", { class: "listbox-header" }, "More options"),
      items: found.map((option) => ({
        pick: () => listeners.add(option),
        content: content(option),
      })),
      ...(found.length === 0 && { note: "No such option." }),
      eager: wanted !== "",
    });
  }

  return {
    element: input,
    /** Says how many options are left, and hides when there are none. */
    refresh() {
      const left = remaining().length;
      input.hidden = left === 0;
      input.placeholder = `+${left} optional`;
    },
  };
}

function content(option: APIApplicationCommandBasicOption) {
  return [
    el("span", { class: "suggestion-name" }, option.name),
    el("span", { class: "picker-description" }, option.description),
  ];
}
