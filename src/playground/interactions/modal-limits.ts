import { ComponentType } from "discord-api-types/v10";
import type { Action } from "../protocol.ts";
import { fieldsIn, type ModalField } from "../rules/modal-rules.ts";
import type { ModalBody } from "../validation/bodies.ts";
import { RefusedAct } from "./refused-act.ts";

const TEXT_MAX_LENGTH = 4_000;

type Fields = (Action & { readonly type: "modal" })["fields"];

/** Refuses what a client would not send off: a required field left empty, a text too long, an option that is not there. */
export function refuseUnfilled(modal: ModalBody, fields: Fields): void {
  for (const { component } of fieldsIn(modal)) {
    const given = fields[component.custom_id];
    const values = given === undefined ? [] : [given].flat();
    if (component.type === ComponentType.TextInput) refuseText(component, values[0] ?? "");
    else if (component.type === ComponentType.StringSelect) refuseChoice(component, values);
  }
}

type Component = ModalField["component"];
type TextInput = Component & { readonly type: ComponentType.TextInput };
type StringSelect = Component & { readonly type: ComponentType.StringSelect };

function refuseText(input: TextInput, text: string): void {
  const { custom_id, required = true, min_length = 0, max_length = TEXT_MAX_LENGTH } = input;
  if (text === "") {
    if (required) throw new RefusedAct(`"${custom_id}" is required.`);
    return;
  }
  if (text.length < min_length || text.length > max_length) {
    throw new RefusedAct(`"${custom_id}" takes ${min_length} to ${max_length} characters.`);
  }
}

function refuseChoice(select: StringSelect, values: readonly string[]): void {
  const { custom_id, required = true, options, max_values = 1 } = select;
  const min = required ? (select.min_values ?? 1) : 0;
  if (values.length < min || values.length > max_values) {
    throw new RefusedAct(`"${custom_id}" takes ${min} to ${max_values} values.`);
  }
  const strange = values.find((value) => !options.some((option) => option.value === value));
  if (strange !== undefined) throw new RefusedAct(`"${custom_id}" has no option "${strange}".`);
}
