import type { APIApplicationCommandBasicOption } from "discord-api-types/v10";
import type { OptionValues } from "../../protocol.ts";
import { OPTION } from "../discord-numbers.ts";
import { icon } from "../dom/icons.ts";
import type { Listbox } from "../dom/listbox.ts";
import { make, onKey, refill } from "../dom/mount.ts";
import { el, type Tree } from "../dom/tree.ts";
import type { CommandEntry } from "../slash/command-entry.ts";
import type { Suggestion } from "../slash/option-value.ts";
import { createAdder } from "./adder.ts";
import { createFileField } from "./file-field.ts";
import type { OptionField } from "./option-field.ts";
import { createProblems, readFields } from "./option-problems.ts";
import { createTextField } from "./text-field.ts";

export interface FilledIn {
  readonly entry: CommandEntry;
  readonly options: OptionValues;
  readonly files: ReadonlyMap<string, File>;
}

export interface OptionFormParts {
  readonly listbox: Listbox;
  readonly entry: CommandEntry;
  /** Texts to begin with, by option name. */
  readonly values: ReadonlyMap<string, string>;
  /** What can be picked for an option whatever its text, such as people; undefined where any text will do. */
  fixed(option: APIApplicationCommandBasicOption): readonly Suggestion[] | undefined;
  complete(options: OptionValues, focused: string): Promise<readonly Suggestion[]>;
  send(filled: FilledIn): void;
  /** The reader takes the command back. */
  leave(): void;
}

export interface OptionForm {
  readonly element: HTMLElement;
  focus(): void;
  submit(): void;
}

/** A command with its options, in the composer: the required ones, then those that the reader adds. */
export function createOptionForm(parts: OptionFormParts): OptionForm {
  const { entry, listbox } = parts;
  const problems = createProblems();
  const row = make("div", { class: "option-row", role: "group", "aria-label": `/${entry.path}` });
  const adder = createAdder(listbox, remaining, {
    add,
    key: (event, empty) => takeKey(event, empty),
  });
  const chip = make(
    "span",
    {
      class: "command-chip",
      tabindex: -1,
      on: { keydown: onKey((event) => takeKey(event, false)) },
    },
    `/${entry.path}`,
  );
  const fields: OptionField[] = entry.options.filter(isShownAtFirst).map(createField);
  place();

  function isShownAtFirst(option: APIApplicationCommandBasicOption, at: number): boolean {
    return (
      option.required === true ||
      parts.values.has(option.name) ||
      (at === 0 && !entry.options.some((other) => other.required))
    );
  }

  function remaining() {
    return entry.options.filter((option) => !fields.some((field) => field.option === option));
  }

  function createField(option: APIApplicationCommandBasicOption): OptionField {
    if (option.type === OPTION.attachment) return createFileField(option);
    const fixed = parts.fixed(option);
    const completes = "autocomplete" in option && option.autocomplete === true;
    return createTextField(option, {
      listbox,
      initial: parts.values.get(option.name) ?? "",
      ...(fixed && { fixed }),
      ...(completes && {
        complete: (text: string) =>
          parts.complete({ ...readFields(fields).options, [option.name]: text }, option.name),
      }),
      picked: () => nextEmpty(),
      key: (event, empty) => takeKey(event, empty, option),
    });
  }

  function place() {
    refill(
      row,
      chip,
      fields.map((field) => field.element),
      adder.element,
      crossView(parts.leave),
    );
    adder.refresh();
  }

  function add(option: APIApplicationCommandBasicOption) {
    const field = createField(option);
    fields.push(field);
    place();
    field.focus();
  }

  function remove(option: APIApplicationCommandBasicOption) {
    const at = fields.findIndex((field) => field.option === option);
    if (option.required || (at === 0 && fields.length === 1)) return parts.leave();
    fields.splice(at, 1);
    place();
    (fields[Math.max(0, at - 1)] ?? { focus: () => adder.element.focus() }).focus();
  }

  /** What somebody has typed is not thrown away by a key that also closes lists. */
  function isEmpty(): boolean {
    return fields.every((field) => field.text() === "");
  }

  function nextEmpty() {
    fields.find((field) => field.option.required && "problem" in field.read())?.focus();
  }

  function takeKey(
    event: KeyboardEvent,
    empty: boolean,
    option?: APIApplicationCommandBasicOption,
  ) {
    if (event.key === "Enter" && !event.shiftKey) submit();
    else if (event.key === "Escape" && isEmpty()) parts.leave();
    else if (event.key === "Backspace" && fields.length === 0) parts.leave();
    else if (event.key === "Backspace" && empty && option) remove(option);
    else if (event.key === "Backspace" && empty) fields.at(-1)?.focus();
    else return;
    event.preventDefault();
  }

  function submit() {
    const { options, files, problems: found } = readFields(fields);
    problems.show(fields, found);
    if (found.length === 0) parts.send({ entry, options, files });
  }

  return {
    element: make("div", { class: "option-form" }, row, problems.element),
    focus: () => (fields.find((field) => field.text() === "") ?? fields.at(-1) ?? chip).focus(),
    submit,
  };
}

function crossView(leave: () => void): Tree {
  return el(
    "button",
    {
      type: "button",
      class: "icon-button option-cancel",
      "aria-label": "Discard the command",
      on: { click: leave },
    },
    icon("close", 18),
  );
}
