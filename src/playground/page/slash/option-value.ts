import type { APIApplicationCommandBasicOption } from "discord-api-types/v10";
import { OPTION } from "../discord-numbers.ts";

/** Something that can be picked for an option instead of typed. */
export interface Suggestion {
  readonly name: string;
  readonly value: string | number | boolean;
  readonly description?: string;
}

export type ReadValue =
  | { readonly value: string | number | boolean }
  | { readonly missing: true }
  | { readonly problem: string };

/** The largest integer that Discord takes. */
const SAFE = Number.MAX_SAFE_INTEGER;

/**
 * The value of an option out of its text. What was picked counts as long as the text is still its name.
 * @param fixed the only values that the option takes; undefined where any text will do
 */
export function readValue(
  option: APIApplicationCommandBasicOption,
  text: string,
  picked: Suggestion | undefined,
  fixed: readonly Suggestion[] | undefined,
): ReadValue {
  if (picked && picked.name === text) return { value: picked.value };
  const typed = option.type === OPTION.string ? text : text.trim();
  if (typed.trim() === "")
    return option.required ? { problem: "This option is required." } : { missing: true };
  if (fixed) return readFixed(typed, fixed);
  if (option.type === OPTION.integer || option.type === OPTION.number)
    return readNumber(option, typed);
  if (option.type === OPTION.string) return readText(option, typed);
  return /^\d{17,20}$/.test(typed)
    ? { value: typed }
    : { problem: "Pick one from the list, or type an id." };
}

/** Suggestions whose name contains the text, those that begin with it first. */
export function matchSuggestions(text: string, all: readonly Suggestion[]): readonly Suggestion[] {
  const wanted = text.trim().toLowerCase();
  const [begin, contain]: [Suggestion[], Suggestion[]] = [[], []];
  for (const suggestion of all) {
    const name = suggestion.name.toLowerCase();
    if (name.startsWith(wanted)) begin.push(suggestion);
    else if (name.includes(wanted)) contain.push(suggestion);
  }
  return [...begin, ...contain];
}

function readFixed(typed: string, fixed: readonly Suggestion[]): ReadValue {
  const wanted = typed.trim().toLowerCase();
  const found = fixed.find(
    ({ name, value }) => name.toLowerCase() === wanted || String(value) === typed,
  );
  return found ? { value: found.value } : { problem: "That is not one of the choices." };
}

function readNumber(option: APIApplicationCommandBasicOption, typed: string): ReadValue {
  const value = Number(typed.replace(",", "."));
  if (option.type === OPTION.integer && !Number.isSafeInteger(value))
    return { problem: "That is not a whole number." };
  if (!Number.isFinite(value)) return { problem: "That is not a number." };
  const least = "min_value" in option ? (option.min_value ?? -SAFE) : -SAFE;
  const most = "max_value" in option ? (option.max_value ?? SAFE) : SAFE;
  if (value < least) return { problem: `The number must be ${least} or more.` };
  return value > most ? { problem: `The number must be ${most} or less.` } : { value };
}

function readText(option: APIApplicationCommandBasicOption, typed: string): ReadValue {
  const least = "min_length" in option ? (option.min_length ?? 0) : 0;
  const most = "max_length" in option ? (option.max_length ?? 6000) : 6000;
  if (typed.length < least) return { problem: `Type at least ${least} characters.` };
  return typed.length > most
    ? { problem: `Type at most ${most} characters; these are ${typed.length}.` }
    : { value: typed };
}
