import {
  type APIApplicationCommandOption,
  ApplicationCommandOptionType as Option,
} from "discord-api-types/v10";
import { violation } from "../validation/violation.ts";
import { longValues } from "./autocomplete-rules.ts";
import type { CommandSubject } from "./command-rules.ts";
import type { Rule } from "./rule.ts";
import { everyList, everyOption } from "./walk-options.ts";

const DOCS = "https://discord.com/developers/docs/interactions/application-commands";
const OPTION = `${DOCS}#application-command-object-application-command-option-structure`;

/** What Discord asks of the options of a command and its OpenAPI description does not say. */
export const OPTION_RULES: readonly Rule<CommandSubject>[] = [
  {
    name: "required options come before the others",
    source: OPTION,
    check: ({ command }) =>
      everyList(command).flatMap(({ options, path }) =>
        options.flatMap((option, at) =>
          option.required && options.slice(0, at).some((before) => !before.required)
            ? [
                violation(
                  [...path, at],
                  "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                  "Required options must be placed before non-required options",
                ),
              ]
            : [],
        ),
      ),
  },
  {
    name: "options of one list have different names",
    source: OPTION,
    check: ({ command }) =>
      everyList(command).flatMap(({ options, path }) =>
        options.flatMap(({ name }, at) =>
          options.findIndex((one) => one.name === name) < at
            ? [
                violation(
                  [...path, at, "name"],
                  "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS",
                  `Option name "${name}" is already used`,
                ),
              ]
            : [],
        ),
      ),
  },
  {
    name: "subcommands stand in a list of their own",
    source: `${DOCS}#subcommands-and-subcommand-groups`,
    check: ({ command }) =>
      everyList(command).flatMap(({ options, path }) => {
        const nested = options.filter(isNested).length;
        if (nested === 0 || nested === options.length) return [];
        const message = "Sub-command and sub-command group option types are mutually exclusive.";
        return [violation(path, "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", message)];
      }),
  },
  {
    name: "choices have different names, and values of at most 100 characters",
    source: `${DOCS}#application-command-object-application-command-option-choice-structure`,
    check: ({ command }) =>
      everyOption(command).flatMap(({ option, path }) => {
        const choices = "choices" in option ? (option.choices ?? []) : [];
        const at = [...path, "choices"];
        const names = choices.map(({ name }) => name);
        return [
          ...longValues(choices, at),
          ...names.flatMap((name, index) =>
            names.indexOf(name) < index
              ? [
                  violation(
                    [...at, index, "name"],
                    "APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS",
                    `Choice name "${name}" is already used`,
                  ),
                ]
              : [],
          ),
        ];
      }),
  },
  {
    name: "an option has either choices or autocomplete",
    source: OPTION,
    check: ({ command }) =>
      everyOption(command).flatMap(({ option, path }) =>
        "autocomplete" in option &&
        option.autocomplete &&
        "choices" in option &&
        (option.choices ?? []).length > 0
          ? [
              violation(
                [...path, "autocomplete"],
                "APPLICATION_COMMAND_OPTION_AUTOCOMPLETE_CHOICES_EXCLUSIVE",
                "Autocomplete options cannot have choices",
              ),
            ]
          : [],
      ),
  },
  {
    name: "least and most of an option are in order",
    source: OPTION,
    check: ({ command }) =>
      everyOption(command).flatMap(({ option, path }) =>
        boundsOf(option).flatMap(([key, min, max]) =>
          min > max
            ? [violation([...path, key], "APPLICATION_COMMAND_OPTION_MIN_MAX", "More than most.")]
            : [],
        ),
      ),
  },
];

function isNested({ type }: APIApplicationCommandOption): boolean {
  return type === Option.Subcommand || type === Option.SubcommandGroup;
}

function boundsOf(option: APIApplicationCommandOption): readonly [string, number, number][] {
  const { min_length, max_length, min_value, max_value } = { ...EMPTY_BOUNDS, ...option };
  return [
    ["min_length", min_length ?? 0, max_length ?? Number.POSITIVE_INFINITY],
    ["min_value", min_value ?? Number.NEGATIVE_INFINITY, max_value ?? Number.POSITIVE_INFINITY],
  ];
}

const EMPTY_BOUNDS: Partial<
  Record<"min_length" | "max_length" | "min_value" | "max_value", number>
> = {};
