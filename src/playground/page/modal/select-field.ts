import type { APISelectMenuComponent } from "discord-api-types/v10";
import { COMPONENT } from "../discord-numbers.ts";
import { createSelect } from "../dom/select.ts";
import type { SelectOption } from "../dom/select-option.ts";
import type { ModalField } from "./modal-field.ts";

/** Who and what a menu that Discord fills itself has to offer. */
export interface Known {
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly places: readonly { readonly id: string; readonly name: string }[];
}

export function createSelectField(
  component: APISelectMenuComponent,
  id: string,
  label: string,
  known: Known,
): ModalField {
  const required = component.required ?? true;
  const least = required ? (component.min_values ?? 1) : 0;
  const select = createSelect({
    id,
    label,
    placeholder: component.placeholder ?? "Make a selection",
    options: optionsOf(component, known),
    least,
    most: component.max_values ?? 1,
    disabled: component.disabled ?? false,
  });
  select.button.setAttribute("aria-describedby", `${id}-description ${id}-problem`);
  return {
    customId: component.custom_id,
    element: select.element,
    read: select.values,
    problem() {
      if (select.values().length >= least) return undefined;
      return least === 1 ? "Make a selection." : `Choose at least ${least}.`;
    },
    focus: select.focus,
  };
}

/** What a menu offers, whichever of Discord's kinds it is. */
export function optionsOf(
  component: APISelectMenuComponent,
  known: Known,
): readonly SelectOption[] {
  if (component.type === COMPONENT.stringSelect) {
    return component.options.map(
      ({ label, value, description, emoji, default: selected = false }) => ({
        label,
        value,
        selected,
        ...(description && { description }),
        ...(emoji?.name && { emoji: emoji.id ? `:${emoji.name}:` : emoji.name }),
      }),
    );
  }
  const chosen = new Set(component.default_values?.map((value) => value.id));
  const { people, places } = known;
  const named =
    component.type === COMPONENT.channelSelect
      ? places
      : component.type === COMPONENT.roleSelect
        ? []
        : people;
  return named.map(({ id, name }) => ({ label: name, value: id, selected: chosen.has(id) }));
}
