import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
} from "discord.js";
import { menu } from "../../src/discord/components.ts";
import { textField } from "../../src/discord/modal.ts";
import { FACT_PARTS, PART_LABELS } from "./form/fact-form.ts";

export function subcommand(
  name: string,
  description: string,
  options: readonly APIApplicationCommandBasicOption[] = [],
): APIApplicationCommandSubcommandOption {
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name,
    description,
    ...(options.length > 0 ? { options: [...options] } : {}),
  };
}

/** The option that names a fact; its value is an id, or whatever was typed. */
export const FACT_OPTION = {
  type: ApplicationCommandOptionType.String,
  name: "fact",
  description: "Pick one of the suggestions, or type an id, a title or an alias",
  required: true,
  autocomplete: true,
  max_length: 200,
} as const satisfies APIApplicationCommandBasicOption;

/** An input of a form that names a fact. */
export function factField(value = "") {
  return textField({
    id: "fact",
    label: "Fact",
    description: "Its id, title or an alias.",
    required: true,
    maxLength: FACT_OPTION.max_length,
    value,
  });
}

/** A menu to choose the part of a fact with that is to be edited. */
export function partMenu(id: string, placeholder: string) {
  const options = FACT_PARTS.map((part) => ({ label: PART_LABELS[part], value: part }));
  return menu(id, placeholder, options);
}
