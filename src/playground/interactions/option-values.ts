import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandIntegerOption,
  type APIApplicationCommandInteractionDataBasicOption,
  type APIApplicationCommandNumberOption,
  type APIApplicationCommandStringOption,
  ApplicationCommandOptionType as Option,
} from "discord-api-types/v10";
import type { OptionValues } from "../protocol.ts";
import { RefusedAct } from "./refused-act.ts";
import type { Resolver } from "./resolve.ts";

const STRING_MAX_LENGTH = 6_000;

type Files = Readonly<Record<string, { readonly name: string; readonly base64: string }>>;

interface Given {
  readonly values: OptionValues;
  readonly files: Files;
  /** What a client would refuse goes through. */
  readonly unchecked: boolean;
}

/** A command's options as they are sent, in the order in which it has them. */
export function sendOptions(
  options: readonly APIApplicationCommandBasicOption[],
  given: Given,
  resolver: Resolver,
): APIApplicationCommandInteractionDataBasicOption[] {
  const unknown = Object.keys(given.values).find(
    (name) => !options.some((one) => one.name === name),
  );
  if (unknown !== undefined) throw new RefusedAct(`There is no option "${unknown}".`);
  return options.flatMap((option) => {
    const { name } = option;
    const isGiven = Object.hasOwn(given.values, name) || Object.hasOwn(given.files, name);
    if (isGiven) return [sendOption(option, given, resolver)];
    if (option.required && !given.unchecked) throw new RefusedAct(`"${name}" is required.`);
    return [];
  });
}

function sendOption(
  option: APIApplicationCommandBasicOption,
  { values, files, unchecked }: Given,
  resolver: Resolver,
): APIApplicationCommandInteractionDataBasicOption {
  const { name } = option;
  const value = values[name];
  const problem = unchecked ? undefined : problemWith(option, value);
  if (problem !== undefined) throw new RefusedAct(`"${name}" ${problem}.`);
  switch (option.type) {
    case Option.String:
      return { name, type: option.type, value: String(value) };
    case Option.Integer:
    case Option.Number:
      return { name, type: option.type, value: Number(value) };
    case Option.Boolean:
      return { name, type: option.type, value: value === true };
    case Option.User:
      resolver.user(String(value));
      return { name, type: option.type, value: String(value) };
    case Option.Role:
      resolver.role(String(value));
      return { name, type: option.type, value: String(value) };
    case Option.Channel:
      resolver.channel(String(value));
      return { name, type: option.type, value: String(value) };
    case Option.Mentionable:
      resolver.mentionable(String(value));
      return { name, type: option.type, value: String(value) };
    case Option.Attachment:
      return { name, type: option.type, value: resolver.attachment(files[name]) };
  }
}

/** Why a client would not send this value; `undefined` when it would. */
function problemWith(option: APIApplicationCommandBasicOption, value: unknown): string | undefined {
  const choices = "choices" in option ? (option.choices ?? []) : [];
  if (choices.length > 0 && !choices.some((choice) => choice.value === value)) {
    return "is not one of its choices";
  }
  switch (option.type) {
    case Option.String:
      return textProblem(option, value);
    case Option.Integer:
    case Option.Number:
      return numberProblem(option, value);
    case Option.Boolean:
      return typeof value === "boolean" ? undefined : "is neither true nor false";
    default:
      return undefined;
  }
}

function textProblem(
  { min_length = 0, max_length = STRING_MAX_LENGTH, required }: APIApplicationCommandStringOption,
  value: unknown,
): string | undefined {
  if (typeof value !== "string") return "is not a text";
  if (value.length === 0 && required) return "is required";
  if (value.length < min_length) return `needs at least ${min_length} characters`;
  return value.length > max_length ? `takes at most ${max_length} characters` : undefined;
}

function numberProblem(
  option: APIApplicationCommandIntegerOption | APIApplicationCommandNumberOption,
  value: unknown,
): string | undefined {
  const { type, min_value, max_value } = option;
  if (typeof value !== "number" || !Number.isFinite(value)) return "is not a number";
  if (type === Option.Integer && !Number.isSafeInteger(value)) return "is not a whole number";
  if (min_value !== undefined && value < min_value) return `is less than ${min_value}`;
  return max_value !== undefined && value > max_value ? `is more than ${max_value}` : undefined;
}
