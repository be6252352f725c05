import type { APIApplicationCommandBasicOption } from "discord-api-types/v10";
import { OPTION } from "../discord-numbers.ts";
import type { Listbox } from "../dom/listbox.ts";
import { make, onKey } from "../dom/mount.ts";
import { el, type Tree } from "../dom/tree.ts";
import { createLatest } from "../slash/latest.ts";
import { matchSuggestions, readValue, type Suggestion } from "../slash/option-value.ts";
import { markInput } from "./mark-input.ts";
import type { OptionField } from "./option-field.ts";

const AUTOCOMPLETE_DELAY_MS = 60;

export interface TextFieldParts {
  readonly listbox: Listbox;
  readonly initial: string;
  /** The only values there are; undefined where any text will do. */
  readonly fixed?: readonly Suggestion[];
  /** Asks the bot for suggestions for the text as it stands. */
  complete?(text: string): Promise<readonly Suggestion[]>;
  /** After something was picked. */
  picked(): void;
  /** Every key that the list does not want. */
  key(event: KeyboardEvent, empty: boolean): void;
}

/** An option that is typed, with a list of suggestions where it has any. */
export function createTextField(
  option: APIApplicationCommandBasicOption,
  parts: TextFieldParts,
): OptionField {
  let pick: Suggestion | undefined;
  let waiting = false;
  /** Enter, pressed before the newest suggestions were there. */
  let impatient: KeyboardEvent | undefined;
  const input = make("input", {
    type: "text",
    class: "option-input",
    role: "combobox",
    "aria-label": option.name,
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-required": option.required === true && "true",
    "aria-description": option.description,
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    enterkeyhint: "send",
    inputmode: option.type === OPTION.integer || option.type === OPTION.number ? "decimal" : "text",
    value: parts.initial,
    on: {
      input: suggest,
      focus: suggest,
      blur: () => {
        cancel();
        parts.listbox.close();
      },
      keydown: onKey(takeKey),
    },
  });
  const latest = createLatest(
    (text: string) => parts.complete?.(text) ?? Promise.resolve([]),
    AUTOCOMPLETE_DELAY_MS,
    {
      done: (found) =>
        arrive(found, found.length === 0 ? "No options match your search." : undefined),
      failed: () => arrive([], "Loading options failed."),
    },
  );

  function suggest() {
    resize();
    impatient = undefined;
    if (pick?.name === input.value) return show([]);
    if (!parts.complete) return show(matchSuggestions(input.value, parts.fixed ?? []));
    if (!parts.listbox.isOpen()) show([], "Loading options…");
    waiting = true;
    latest.ask(input.value);
  }

  function takeKey(event: KeyboardEvent) {
    // What the list shows belongs to an earlier text: Enter means the first of those that are on their way.
    if (event.key === "Enter" && waiting && eager() && !event.shiftKey) {
      event.preventDefault();
      impatient = event;
      return;
    }
    if (event.key === "Escape") cancel();
    if (!parts.listbox.takeKey(event)) parts.key(event, input.value === "");
  }

  function arrive(found: readonly Suggestion[], note?: string) {
    const [first] = found;
    const event = impatient;
    cancel();
    if (event && first) return take(first);
    show(found, note);
    if (event) parts.key(event, input.value === "");
  }

  function cancel() {
    latest.cancel();
    waiting = false;
    impatient = undefined;
  }

  /** Without text every value is on offer, and Enter must still send a command whose option may stay empty. */
  function eager(): boolean {
    return option.required === true || input.value !== "";
  }

  function show(found: readonly Suggestion[], note?: string) {
    if (document.activeElement !== input) return;
    parts.listbox.open({
      owner: input,
      label: `Values for ${option.name}`,
      header: header(option),
      items: found.map((suggestion) => ({
        pick: () => take(suggestion),
        content: [
          el("span", { class: "suggestion-name" }, suggestion.name),
          suggestion.description && el("span", { class: "dim" }, suggestion.description),
        ],
      })),
      ...(note !== undefined && { note }),
      eager: eager(),
    });
  }

  function take(suggestion: Suggestion) {
    cancel();
    pick = suggestion;
    input.value = suggestion.name;
    resize();
    parts.listbox.close();
    parts.picked();
  }

  function resize() {
    input.style.width = `${Math.max(6, input.value.length + 1)}ch`;
  }

  resize();
  return {
    option,
    element: make(
      "label",
      { class: "option" },
      el("span", { class: "option-name" }, option.name),
      input,
    ),
    focus: () => input.focus(),
    text: () => (pick?.name === input.value ? String(pick.value) : input.value),
    read: () => readValue(option, input.value, pick, parts.fixed),
    mark: (errorId) => markInput(input, errorId),
  };
}

function header(option: APIApplicationCommandBasicOption): Tree {
  return el(
    "div",
    { class: "listbox-header" },
    el("strong", {}, option.name),
    ` ${option.description}`,
    option.required !== true && el("span", { class: "optional-tag" }, "optional"),
  );
}
