import {
  type APIApplicationCommandOption,
  ApplicationCommandType,
  ApplicationCommandOptionType as Option,
} from "discord-api-types/v10";
import type { CommandBody } from "../validation/bodies.ts";
import { type Violation, violation } from "../validation/violation.ts";
import { longValues } from "./autocomplete-rules.ts";
import { sizeOfCommand } from "./command-size.ts";
import type { Rule } from "./rule.ts";

/** A command that is to be registered. */
export interface CommandSubject {
  readonly command: CommandBody;
  /** For one server only. */
  readonly inGuild: boolean;
}

const DOCS = "https://discord.com/developers/docs/interactions/application-commands";
const STRUCTURE = `${DOCS}#application-command-object-application-command-structure`;
const OPTION = `${DOCS}#application-command-object-application-command-option-structure`;
const COMMAND_MAX_CHARACTERS = 8_000;
const NAME = /^[-_'\p{L}\p{N}\p{Script=Devanagari}\p{Script=Thai}]{1,32}$/u;

type Path = readonly (string | number)[];

/** What Discord asks of commands and its OpenAPI description does not say. */
export const COMMAND_RULES: readonly Rule<CommandSubject>[] = [
  {
    name: "names of slash commands and options are lower case, without spaces",
    source: `${DOCS}#application-command-object-application-command-naming`,
    check({ command }) {
      if (!isChatInput(command)) return [];
      return [
        ...nameViolations(command.name, ["name"]),
        ...everyOption(command).flatMap(({ option, path }) =>
          nameViolations(option.name, [...path, "name"]),
        ),
      ];
    },
  },
  {
    name: "a slash command has a description, and a command of a menu has neither that nor options",
    source: STRUCTURE,
    check({ command }) {
      const { description } = command;
      if (isChatInput(command)) return description ? [] : [required(["description"])];
      return [
        ...(description ? [notAllowed(["description"])] : []),
        ...(optionsOf(command).length > 0 ? [notAllowed(["options"])] : []),
      ];
    },
  },
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
  {
    name: "a command holds at most 8,000 characters",
    source: `${DOCS}#slash-commands`,
    check({ command }) {
      const size = sizeOfCommand(command);
      if (size <= COMMAND_MAX_CHARACTERS) return [];
      const message = `Command exceeds maximum size (${COMMAND_MAX_CHARACTERS}): ${size}`;
      return [violation([], "APPLICATION_COMMAND_TOO_LARGE", message)];
    },
  },
  {
    name: "contexts and integration types are for commands of all servers",
    source: STRUCTURE,
    check({ command, inGuild }) {
      if (!inGuild) return [];
      return (["contexts", "integration_types"] as const)
        .filter((key) => command[key])
        .map((key) => notAllowed([key]));
    },
  },
];

function isChatInput({ type }: CommandBody): boolean {
  return (type ?? ApplicationCommandType.ChatInput) === ApplicationCommandType.ChatInput;
}

function optionsOf(command: CommandBody): readonly APIApplicationCommandOption[] {
  return command.options ?? [];
}

function childrenOf(option: APIApplicationCommandOption): readonly APIApplicationCommandOption[] {
  return "options" in option ? (option.options ?? []) : [];
}

interface OptionList {
  readonly options: readonly APIApplicationCommandOption[];
  readonly path: Path;
}

/** The list of a command's options, and those of its groups and subcommands. */
function everyList(command: CommandBody): readonly OptionList[] {
  const below = ({ options, path }: OptionList): readonly OptionList[] => [
    { options, path },
    ...options.flatMap((option, at) =>
      below({ options: childrenOf(option), path: [...path, at, "options"] }),
    ),
  ];
  return below({ options: optionsOf(command), path: ["options"] });
}

function everyOption(command: CommandBody) {
  return everyList(command).flatMap(({ options, path }) =>
    options.map((option, at) => ({ option, path: [...path, at] })),
  );
}

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

function nameViolations(name: string, path: Path): readonly Violation[] {
  if (NAME.test(name) && name === name.toLowerCase()) return [];
  return [
    violation(
      path,
      "APPLICATION_COMMAND_INVALID_NAME",
      "Command name is invalid: lower case, no spaces",
    ),
  ];
}

function required(path: Path): Violation {
  return violation(path, "BASE_TYPE_REQUIRED", "This field is required");
}

function notAllowed(path: Path): Violation {
  return violation(path, "APPLICATION_COMMAND_FIELD_NOT_ALLOWED", "Not for this kind of command");
}
