import type { APITextInputComponent } from "discord-api-types/v10";
import { PARAGRAPH } from "../discord-numbers.ts";
import { make } from "../dom/mount.ts";
import type { ModalField } from "./modal-field.ts";

/** @see https://discord.com/developers/docs/components/reference#text-input-text-input-structure */
const LONGEST = 4000;

/** A text input with its counter. Lengths are checked when the modal is sent, as Discord does, not by cutting. */
export function createTextInput(component: APITextInputComponent, id: string): ModalField {
  const { min_length: least = 0, max_length: most = LONGEST, required = true } = component;
  const counter = make("span", { class: "counter", "aria-hidden": "true" });
  const attributes = {
    id,
    class: "text-input",
    placeholder: component.placeholder,
    "aria-required": required && "true",
    "aria-describedby": `${id}-description ${id}-problem`,
    maxlength: most,
    on: { input: count },
  };
  const paragraph = component.style === PARAGRAPH;
  const input = paragraph
    ? make("textarea", { ...attributes, rows: 5 })
    : make("input", { ...attributes, type: "text" });
  input.value = component.value ?? "";
  count();

  function count() {
    const wanted =
      component.min_length !== undefined && input.value.length < least
        ? `${input.value.length}/${least} at least`
        : `${input.value.length}/${most}`;
    counter.textContent =
      component.max_length === undefined && component.min_length === undefined ? "" : wanted;
  }

  return {
    customId: component.custom_id,
    element: make("div", { class: "text-input-box" }, input, counter),
    read: () => input.value,
    problem() {
      const { length } = input.value;
      if (length === 0) return required ? "This field is required." : undefined;
      return length < least
        ? `Must be ${least} characters or more; these are ${length}.`
        : undefined;
    },
    focus: () => input.focus(),
  };
}
