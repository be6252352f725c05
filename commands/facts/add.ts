import type { AddForms } from "./form/add-form.ts";
import { subcommand } from "./options.ts";
import type { Subcommand } from "./subcommand.ts";

/** `/facts add`: a new fact in a form. Its id comes from its title. */
export function createAdd(forms: AddForms): Subcommand {
  return {
    name: "add",
    data: subcommand("add", "Write a new fact"),
    execute: (call) => forms.open(call, { typed: {} }),
    components: { reopen: forms.reopen },
    modals: { save: forms.save },
  };
}
