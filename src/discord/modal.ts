import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APISelectMenuOption,
  ComponentType,
  TextInputStyle,
} from "discord.js";
import { DISCORD_LIMITS } from "./limits.ts";
import { truncate } from "./text.ts";

/** What stands around an input of a modal. */
interface Labelled {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly required: boolean;
}

interface TextField extends Labelled {
  readonly long?: boolean;
  readonly value?: string;
  /** In UTF-16 code units; Discord keeps people to it as they type. */
  readonly maxLength: number;
}

interface ChoiceField extends Labelled {
  readonly options: readonly APISelectMenuOption[];
  readonly value?: string;
}

/** An input for text. A value that is too long for it, which only a tampered client can send, makes it longer. */
export function textField(field: TextField): APILabelComponent {
  const value = (field.value ?? "").slice(0, DISCORD_LIMITS.textInputMax);
  return label(field, {
    type: ComponentType.TextInput,
    custom_id: field.id,
    style: field.long ? TextInputStyle.Paragraph : TextInputStyle.Short,
    required: field.required,
    max_length: Math.min(Math.max(field.maxLength, value.length), DISCORD_LIMITS.textInputMax),
    ...(value === "" ? {} : { value }),
  });
}

/** A menu to choose one of at most 25 options from. */
export function choiceField(field: ChoiceField): APILabelComponent {
  return label(field, {
    type: ComponentType.StringSelect,
    custom_id: field.id,
    required: field.required,
    options: field.options
      .slice(0, DISCORD_LIMITS.selectOptions)
      .map((option) => (option.value === field.value ? { ...option, default: true } : option)),
  });
}

function label(field: Labelled, component: APILabelComponent["component"]): APILabelComponent {
  const { description } = field;
  return {
    type: ComponentType.Label,
    label: truncate(field.label, DISCORD_LIMITS.labelMax),
    ...(description === undefined
      ? {}
      : { description: truncate(description, DISCORD_LIMITS.labelDescriptionMax) }),
    component,
  };
}

/** A form of at most five inputs. */
export function modal(
  id: string,
  title: string,
  labels: readonly APILabelComponent[],
): APIModalInteractionResponseCallbackData {
  return {
    custom_id: id,
    title: truncate(title, DISCORD_LIMITS.modalTitleMax),
    components: labels.slice(0, DISCORD_LIMITS.modalLabels),
  };
}
