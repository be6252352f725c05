import type { APIApplicationCommandBasicOption } from "discord-api-types/v10";
import { make } from "../dom/mount.ts";
import { el } from "../dom/tree.ts";
import { markInput } from "./mark-input.ts";
import type { OptionField } from "./option-field.ts";

/** An attachment option. */
export function createFileField(option: APIApplicationCommandBasicOption): OptionField {
  const input = make("input", { type: "file", class: "option-file", "aria-label": option.name });
  const file = () => input.files?.[0];
  return {
    option,
    element: make(
      "label",
      { class: "option" },
      el("span", { class: "option-name" }, option.name),
      input,
    ),
    focus: () => input.focus(),
    text: () => file()?.name ?? "",
    read() {
      const chosen = file();
      if (chosen) return { value: chosen.name };
      return option.required ? { problem: "Choose a file." } : { missing: true };
    },
    file,
    mark: (errorId) => markInput(input, errorId),
  };
}
