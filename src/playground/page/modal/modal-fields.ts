import type { APIModalInteractionResponseCallbackComponent } from "discord-api-types/v10";
import { COMPONENT } from "../discord-numbers.ts";
import { type Child, el, type Tree } from "../dom/tree.ts";
import { markdown, type Names } from "../markdown/render-markdown.ts";
import type { ModalField } from "./modal-field.ts";
import { createSelectField, type Known } from "./select-field.ts";
import { createTextInput } from "./text-input.ts";

/** A line of a modal: a field with its label, or just text. */
export interface ModalLine {
  readonly tree: Tree;
  readonly field?: ModalField;
}

export function modalLines(
  components: readonly APIModalInteractionResponseCallbackComponent[],
  known: Known,
  names: Names,
): readonly ModalLine[] {
  return components.flatMap((component, at) => lines(component, `modal-field-${at}`, known, names));
}

function lines(
  component: APIModalInteractionResponseCallbackComponent,
  id: string,
  known: Known,
  names: Names,
): ModalLine[] {
  switch (component.type) {
    case COMPONENT.textDisplay:
      return [
        { tree: el("div", { class: "modal-text markup" }, markdown(component.content, names)) },
      ];
    case COMPONENT.label:
      return [labelled(component, id, known)];
    default:
      return component.components.map((input, at) => {
        const field = createTextInput(input, `${id}-${at}`);
        return {
          field,
          tree: line(
            `${id}-${at}`,
            input.label ?? "",
            undefined,
            input.required ?? true,
            field.element,
          ),
        };
      });
  }
}

function labelled(
  component: Extract<APIModalInteractionResponseCallbackComponent, { label: string }>,
  id: string,
  known: Known,
): ModalLine {
  const { label, description, component: inner } = component;
  switch (inner.type) {
    case COMPONENT.textInput: {
      const field = createTextInput(inner, id);
      return { field, tree: line(id, label, description, inner.required ?? true, field.element) };
    }
    case COMPONENT.stringSelect:
    case COMPONENT.userSelect:
    case COMPONENT.roleSelect:
    case COMPONENT.mentionableSelect:
    case COMPONENT.channelSelect: {
      const field = createSelectField(inner, id, label, known);
      return { field, tree: line(id, label, description, inner.required ?? true, field.element) };
    }
    default:
      return {
        tree: line(
          id,
          label,
          description,
          false,
          el(
            "div",
            { class: "not-drawn" },
            `A component of type ${inner.type}: see the raw payload.`,
          ),
        ),
      };
  }
}

function line(
  id: string,
  label: string,
  description: string | undefined,
  required: boolean,
  field: Child,
): Tree {
  return el(
    "div",
    { class: "modal-line" },
    el(
      "label",
      { class: "modal-label", for: id },
      label,
      required && el("span", { class: "required-mark", "aria-hidden": "true" }, " *"),
    ),
    el("div", { id: `${id}-description`, class: "modal-description" }, description),
    field,
    el("div", { id: `${id}-problem`, class: "modal-problem", role: "alert" }),
  );
}
