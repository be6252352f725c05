import type { APILabelComponent, APISelectMenuOption } from "discord.js";
import { choiceField, textField } from "../../../src/discord/modal.ts";
import type { Fact } from "../../../src/knowledge/fact.ts";
import type { FactField } from "../../../src/knowledge/merge.ts";
import type { Topic } from "../../../src/knowledge/topic.ts";

/** An input of a form, and how it and the fields of a fact are written as each other. */
export interface FormField extends InWords {
  readonly id: string;
  /** What it is called where its problems are told: its label, without what explains that. */
  readonly name: string;
  readonly covers: readonly FactField[];
  input(value: string, topics: readonly Topic[]): APILabelComponent;
}

interface InWords {
  /** What the input holds for this fact. */
  write(fact: Fact): string;
  /** What was typed, as data that the parser has yet to look at; undefined stands for nothing. */
  read(typed: string): Partial<Record<FactField, unknown>>;
}

interface Look {
  readonly label: string;
  readonly description?: string;
  readonly required: boolean;
}

/** An input for text. It covers the field of its name unless more are told. */
export function textInput(
  id: FactField,
  look: Look & { readonly maxLength: number; readonly long?: boolean },
  words: InWords & { readonly covers?: readonly FactField[] },
): FormField {
  const input = (value: string) => textField({ id, ...look, value });
  return { id, name: nameOf(look.label), covers: [id], ...words, input };
}

const LIST_MAX = 4_000;

/** An input for a list of short texts, one a line. */
export function listInput(
  id: "aliases" | "tags" | "related",
  look: Pick<Look, "label" | "description">,
): FormField {
  return textInput(
    id,
    { ...look, required: false, long: true, maxLength: LIST_MAX },
    {
      write: (fact) => fact[id].join("\n"),
      read: (typed) => ({ [id]: linesOf(typed) }),
    },
  );
}

/** A menu; what it offers may depend on which topics there are. */
export function choiceInput(
  id: FactField,
  look: Look & { options(topics: readonly Topic[]): readonly APISelectMenuOption[] },
  words: InWords,
): FormField {
  const { options, ...shown } = look;
  const input: FormField["input"] = (value, topics) =>
    choiceField({ id, ...shown, options: options(topics), value });
  return { id, name: nameOf(look.label), covers: [id], ...words, input };
}

function nameOf(label: string): string {
  return label.split(":")[0] ?? label;
}

/** The lines that say something, without the white space around them. */
export function linesOf(typed: string): readonly string[] {
  return typed
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
