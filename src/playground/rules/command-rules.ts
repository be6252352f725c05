import { ApplicationCommandType } from "discord-api-types/v10";
import type { CommandBody } from "../validation/bodies.ts";
import { type Violation, violation } from "../validation/violation.ts";
import { sizeOfCommand } from "./command-size.ts";
import { OPTION_RULES } from "./option-rules.ts";
import type { Rule } from "./rule.ts";
import { everyOption, optionsOf } from "./walk-options.ts";

/** A command that is to be registered. */
export interface CommandSubject {
  readonly command: CommandBody;
  /** For one server only. */
  readonly inGuild: boolean;
}

const DOCS = "https://discord.com/developers/docs/interactions/application-commands";
const STRUCTURE = `${DOCS}#application-command-object-application-command-structure`;
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
  ...OPTION_RULES,
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
