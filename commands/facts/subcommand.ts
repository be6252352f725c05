import type { APIApplicationCommandSubcommandOption } from "discord.js";
import type {
  AutocompleteCall,
  Choice,
  CommandCall,
  ComponentCall,
  ModalCall,
  Response,
} from "../../src/discord/command.ts";
import { customId } from "../../src/discord/custom-id.ts";

type Handler<Call> = (call: Call) => Response | Promise<Response>;

/** Buttons, menus and modals by what they do, the part of their action after the dot: `facts:edit.save`. */
type Handlers<Call> = Readonly<Record<string, Handler<Call>>>;

/** A part of `/facts` with its buttons, menus and modals; without `data`, it is one that others lead to. */
export interface Subcommand {
  readonly name: string;
  readonly data?: APIApplicationCommandSubcommandOption;
  readonly execute?: Handler<CommandCall>;
  autocomplete?(call: AutocompleteCall): readonly Choice[] | Promise<readonly Choice[]>;
  readonly components?: Handlers<ComponentCall>;
  readonly modals?: Handlers<ModalCall>;
}

/** Stands in custom ids: see `Command`. */
export const FACTS_KEY = "facts";

/** The custom id of what a subcommand does next. */
export function factsId(
  subcommand: string,
  what: string,
  ...args: readonly (string | number)[]
): string {
  return customId(FACTS_KEY, `${subcommand}.${what}`, ...args);
}
