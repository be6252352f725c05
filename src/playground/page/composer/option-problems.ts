import type { OptionValues } from "../../protocol.ts";
import { make, refill } from "../dom/mount.ts";
import { el } from "../dom/tree.ts";
import type { OptionField } from "./option-field.ts";

export interface Problem {
  readonly field: OptionField;
  readonly text: string;
}

export interface ReadFields {
  readonly options: OptionValues;
  readonly files: ReadonlyMap<string, File>;
  readonly problems: readonly Problem[];
}

/** All that is filled in, and what is wrong with the rest. */
export function readFields(fields: readonly OptionField[]): ReadFields {
  const options = new Map<string, string | number | boolean>();
  const files = new Map<string, File>();
  const problems: Problem[] = [];
  for (const field of fields) {
    const { name } = field.option;
    const read = field.read();
    const file = field.file?.();
    if (file) files.set(name, file);
    if ("problem" in read) problems.push({ field, text: read.problem });
    else if ("value" in read) options.set(name, read.value);
  }
  return { options: Object.fromEntries(options), files, problems };
}

/** The lines below a command that say which options are wrong. */
export function createProblems() {
  const element = make("div", { class: "option-errors", role: "alert" });
  return {
    element,
    show(fields: readonly OptionField[], problems: readonly Problem[]) {
      for (const field of fields) field.mark(undefined);
      const lines = problems.map(({ field, text }, at) => {
        const id = `option-error-${at}`;
        field.mark(id);
        return el("p", { id }, el("strong", {}, field.option.name), ` ${text}`);
      });
      refill(element, lines);
      problems[0]?.field.focus();
    },
  };
}
