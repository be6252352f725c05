import type { APIApplicationCommandBasicOption } from "discord-api-types/v10";
import type { ReadValue } from "../slash/option-value.ts";

/** One option of a command in the composer: a label and something to fill in. */
export interface OptionField {
  readonly option: APIApplicationCommandBasicOption;
  readonly element: HTMLElement;
  focus(): void;
  /** What stands there as text, for the bot's autocomplete. */
  text(): string;
  read(): ReadValue;
  file?(): File | undefined;
  /** Marks the field as wrong, by the id of the text that says why; undefined takes the mark away. */
  mark(errorId: string | undefined): void;
}
