import { ApplicationCommandOptionType } from "discord-api-types/v10";
import type { Choices } from "../validation/bodies.ts";
import { type Violation, violation } from "../validation/violation.ts";
import type { Rule } from "./rule.ts";

/** Choices for an option that somebody is typing. */
export interface ChoicesSubject {
  readonly choices: Choices;
  readonly optionType: ApplicationCommandOptionType;
}

const CHOICE =
  "https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-choice-structure";
const CHOICE_VALUE_MAX_LENGTH = 100;

/** What Discord asks of choices and its OpenAPI description does not say. */
export const AUTOCOMPLETE_RULES: readonly Rule<ChoicesSubject>[] = [
  {
    name: "the value of a choice has at most 100 characters",
    source: CHOICE,
    check: ({ choices }) => longValues(choices, ["data", "choices"]),
  },
  {
    name: "the value of a choice is of its option's type",
    source: CHOICE,
    check: ({ choices, optionType }) =>
      choices.flatMap(({ value }, index) =>
        isOfType(value, optionType)
          ? []
          : [violation(["data", "choices", index, "value"], "BASE_TYPE_INVALID", "Wrong type.")],
      ),
  },
];

/** Values of choices that are too long, whether they are registered or offered while somebody types. */
export function longValues(choices: Choices, path: readonly (string | number)[]): Violation[] {
  return choices.flatMap(({ value }, index) =>
    typeof value === "string" && value.length > CHOICE_VALUE_MAX_LENGTH
      ? [
          violation(
            [...path, index, "value"],
            "BASE_TYPE_BAD_LENGTH",
            `Must be ${CHOICE_VALUE_MAX_LENGTH} or fewer in length.`,
          ),
        ]
      : [],
  );
}

function isOfType(value: string | number, type: ApplicationCommandOptionType): boolean {
  switch (type) {
    case ApplicationCommandOptionType.Integer:
      return Number.isSafeInteger(value);
    case ApplicationCommandOptionType.Number:
      return typeof value === "number";
    default:
      return typeof value === "string";
  }
}
