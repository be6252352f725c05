import {
  type APIComponentInLabel,
  type APIComponentInModalActionRow,
  type APITextInputComponent,
  ComponentType,
} from "discord-api-types/v10";
import type { ModalBody } from "../validation/bodies.ts";
import { type Violation, violation } from "../validation/violation.ts";
import type { Rule } from "./rule.ts";
import { selectViolations } from "./select-rules.ts";

const MODAL =
  "https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-modal";
const TEXT_INPUT = "https://discord.com/developers/docs/components/reference#text-input";
const COMPONENTS_MAX = 5;
const TEXT_MAX_LENGTH = 4_000;

type Path = readonly (string | number)[];

/** Something in a modal that a person fills in. */
export interface ModalField {
  readonly component: APIComponentInLabel | APIComponentInModalActionRow;
  readonly inLabel: boolean;
  readonly path: Path;
}

/** What Discord asks of modals and its OpenAPI description does not say. */
export const MODAL_RULES: readonly Rule<ModalBody>[] = [
  {
    name: "a modal has at most 5 components",
    source: MODAL,
    check({ components }) {
      if (components.length <= COMPONENTS_MAX) return [];
      const message = `Must be between 1 and ${COMPONENTS_MAX} in length.`;
      return [violation(["data", "components"], "BASE_TYPE_BAD_LENGTH", message)];
    },
  },
  {
    name: "a custom id stands once in a modal",
    source:
      "https://discord.com/developers/docs/components/reference#anatomy-of-a-component-custom-id",
    check(modal) {
      const fields = fieldsIn(modal);
      const ids = fields.map(({ component }) => component.custom_id);
      return fields
        .filter((_field, at) => ids.indexOf(ids[at] ?? "") < at)
        .map(({ path }) =>
          violation(
            [...path, "custom_id"],
            "COMPONENT_CUSTOM_ID_DUPLICATED",
            "Component custom id cannot be duplicated",
          ),
        );
    },
  },
  {
    name: "a text input asks for no more characters at least than at most",
    source: TEXT_INPUT,
    check: eachTextInput(({ min_length, max_length }, path) =>
      (min_length ?? 0) > (max_length ?? TEXT_MAX_LENGTH)
        ? [violation([...path, "min_length"], "TEXT_INPUT_MIN_LENGTH", "More than max_length.")]
        : [],
    ),
  },
  {
    name: "the value that a text input begins with has a length that it takes",
    source: TEXT_INPUT,
    check: eachTextInput(({ value, min_length, max_length }, path) => {
      if (!value) return [];
      const [min, max] = [min_length ?? 0, max_length ?? TEXT_MAX_LENGTH];
      if (value.length >= min && value.length <= max) return [];
      const message = `Must be between ${min} and ${max} in length.`;
      return [violation([...path, "value"], "BASE_TYPE_BAD_LENGTH", message)];
    }),
  },
  {
    name: "a text input has its label around it, or in a row one of its own",
    source: `${TEXT_INPUT} (label is deprecated in favour of the Label component)`,
    check: (modal) =>
      fieldsIn(modal).flatMap(({ component, inLabel, path }) => {
        if (component.type !== ComponentType.TextInput) return [];
        if (inLabel !== Boolean(component.label)) return [];
        const message = inLabel ? "The Label around it has it." : "This field is required";
        return [violation([...path, "label"], "BASE_TYPE_REQUIRED", message)];
      }),
  },
  {
    name: "the options of a menu in a modal differ, and fit its least and most values",
    source: "https://discord.com/developers/docs/components/reference#string-select",
    check: (modal) =>
      fieldsIn(modal).flatMap(({ component, path }) => selectViolations(component, path)),
  },
  {
    name: "a menu in a modal is not disabled",
    source: "https://discord.com/developers/docs/components/reference#string-select",
    check: (modal) =>
      fieldsIn(modal).flatMap(({ component, path }) =>
        "disabled" in component && component.disabled
          ? [violation([...path, "disabled"], "COMPONENT_DISABLED", "Not in a modal.")]
          : [],
      ),
  },
];

/** All that can be filled in, in order. */
export function fieldsIn({ components }: ModalBody): readonly ModalField[] {
  return components.flatMap((component, index): readonly ModalField[] => {
    const path = ["data", "components", index];
    switch (component.type) {
      case ComponentType.Label:
        return [{ component: component.component, inLabel: true, path: [...path, "component"] }];
      case ComponentType.ActionRow:
        return component.components.map((field, at) => ({
          component: field,
          inLabel: false,
          path: [...path, "components", at],
        }));
      default:
        return [];
    }
  });
}

function eachTextInput(check: (input: APITextInputComponent, path: Path) => readonly Violation[]) {
  return (modal: ModalBody) =>
    fieldsIn(modal).flatMap(({ component, path }) =>
      component.type === ComponentType.TextInput ? check(component, path) : [],
    );
}
