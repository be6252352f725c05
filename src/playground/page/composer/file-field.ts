import type { APIApplicationCommandBasicOption } from "discord-api-types/v10";
import { make } from "../dom/mount.ts";
import { el } from "../dom/tree.ts";
import type { OptionField } from "./option-field.ts";

export interface FilePart {
  readonly name: string;
  readonly base64: string;
}

/** An attachment option. The file is read as soon as it is chosen. */
export function createFileField(option: APIApplicationCommandBasicOption): OptionField {
  let part: FilePart | undefined;
  const input = make("input", {
    type: "file",
    class: "option-file",
    "aria-label": option.name,
    on: {
      async change() {
        const file = input.files?.[0];
        part = file && { name: file.name, base64: await base64Of(file) };
      },
    },
  });
  return {
    option,
    element: make(
      "label",
      { class: "option" },
      el("span", { class: "option-name" }, option.name),
      input,
    ),
    focus: () => input.focus(),
    text: () => part?.name ?? "",
    read() {
      if (part) return { value: part.name };
      return option.required ? { problem: "Choose a file." } : { missing: true };
    },
    file: () => part,
    mark: (errorId) => markInput(input, errorId),
  };
}

export function markInput(input: HTMLElement, errorId: string | undefined): void {
  if (errorId === undefined) {
    input.removeAttribute("aria-invalid");
    input.removeAttribute("aria-describedby");
    return;
  }
  input.setAttribute("aria-invalid", "true");
  input.setAttribute("aria-describedby", errorId);
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(String(reader.result).replace(/^[^,]*,/, "")));
    reader.addEventListener("error", () =>
      reject(reader.error ?? new Error("The file cannot be read.")),
    );
    reader.readAsDataURL(file);
  });
}
