import { ApplicationCommandOptionType } from "discord.js";
import { factChoice } from "../../src/discord/components.ts";
import { DISCORD_LIMITS } from "../../src/discord/limits.ts";
import type { Desk } from "./desk.ts";
import type { EditForms } from "./form/edit-form.ts";
import { FACT_PARTS, isFactPart, PART_LABELS } from "./form/fact-form.ts";
import { FACT_OPTION, subcommand } from "./options.ts";
import type { Subcommand } from "./subcommand.ts";

/** `/facts edit`: a part of a fact in a form. */
export function createEdit({ deps: { base }, resolveFact }: Desk, forms: EditForms): Subcommand {
  return {
    name: "edit",
    data: subcommand("edit", "Change a fact, a part at a time", [
      FACT_OPTION,
      {
        type: ApplicationCommandOptionType.String,
        name: "part",
        description: "What of it; the text unless told otherwise",
        choices: FACT_PARTS.map((part) => ({ name: PART_LABELS[part], value: part })),
      },
    ]),
    execute(call) {
      const part = call.options.findString("part");
      const fact = resolveFact(call.options.getString("fact"));
      return forms.open(call, fact, isFactPart(part) ? part : "text");
    },
    autocomplete: ({ focused }) =>
      base.suggest(focused.value, DISCORD_LIMITS.choices).map(factChoice),
    components: { reopen: forms.reopen },
    modals: { save: forms.save },
  };
}
