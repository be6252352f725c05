import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  type APISelectMenuOption,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from "discord.js";
import type { Fact } from "../knowledge/fact.ts";
import type { Match } from "../knowledge/fact-index.ts";
import { whyMatched } from "../knowledge/why-matched.ts";
import type { Choice, ShownMessage } from "./command.ts";
import type { Page } from "./fact-list.ts";
import { DISCORD_LIMITS } from "./limits.ts";
import { truncate } from "./text.ts";

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

interface ButtonOptions {
  readonly style?: APIButtonComponentWithCustomId["style"];
  readonly disabled?: boolean;
}

export function button(
  id: string,
  label: string,
  { style = ButtonStyle.Secondary, disabled = false }: ButtonOptions = {},
): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style,
    custom_id: id,
    label: truncate(label, DISCORD_LIMITS.buttonLabelMax),
    disabled,
  };
}

/** The buttons that turn the pages of a list; none where there is one page. `idOf` names a page in a custom id. */
export function pager(
  { page, pages }: Pick<Page<unknown>, "page" | "pages">,
  idOf: (page: number) => string,
): APIButtonComponentWithCustomId[] {
  if (pages < 2) return [];
  const turn = (to: number, label: string) =>
    button(idOf(to), label, { disabled: to < 0 || to >= pages });
  return [turn(page - 1, "Previous"), turn(page + 1, "Next")];
}

/** A menu to choose one of at most 25 options from. */
export function menu(
  id: string,
  placeholder: string,
  options: readonly APISelectMenuOption[],
): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: id,
    placeholder: truncate(placeholder, DISCORD_LIMITS.placeholderMax),
    options: options.slice(0, DISCORD_LIMITS.selectOptions),
  };
}

/** Facts that are offered in a menu, with what is said of them there instead of the beginning of their body, by id. */
export interface Offer {
  readonly facts: readonly Fact[];
  readonly notes: ReadonlyMap<string, string>;
}

/** The matches of a search, each with why it matched. */
export function offerOf(matches: readonly Match[]): Offer {
  const notes = matches.flatMap((match) => {
    const note = whyMatched(match);
    return note === undefined ? [] : [[match.fact.id, note] as const];
  });
  return { facts: matches.map(({ fact }) => fact), notes: new Map(notes) };
}

/** What a menu on a message offers, as far as it is still known: read from the message, so it holds after a restart. */
export function offerOn(
  message: ShownMessage,
  command: string,
  findFact: (id: string) => Fact | undefined,
): Offer {
  const options = message.menuOptions(command, "open");
  return {
    facts: options.flatMap(({ value }) => findFact(value) ?? []),
    notes: new Map(options.map(({ value, description }) => [value, description])),
  };
}

interface FactMenuOptions {
  readonly chosen?: string;
  readonly notes?: Offer["notes"];
}

/** A menu to open one of these facts with, each offered once: Discord takes no value twice. */
export function factMenu(
  id: string,
  placeholder: string,
  facts: readonly Fact[],
  { chosen, notes }: FactMenuOptions = {},
): APIStringSelectComponent {
  return menu(
    id,
    placeholder,
    [...new Map(facts.map((fact) => [fact.id, fact])).values()].map((fact) => ({
      label: truncate(plain(fact.title), DISCORD_LIMITS.selectLabelMax),
      value: fact.id,
      description: truncate(
        plain(notes?.get(fact.id) ?? fact.body),
        DISCORD_LIMITS.selectDescriptionMax,
      ),
      ...(fact.id === chosen ? { default: true } : {}),
    })),
  );
}

/** Rows for what is there: a menu takes one of its own, and a row without anything in it is left out. */
export function rows(...contents: readonly (readonly APIComponentInMessageActionRow[])[]): Row[] {
  return contents
    .filter((components) => components.length > 0)
    .map((components) => ({ type: ComponentType.ActionRow, components: [...components] }));
}

/** A fact as an autocomplete choice. Its value is the id, which finds the fact whatever its title becomes. */
export function factChoice(fact: Fact): Choice {
  const state = fact.status === "superseded" ? " (no longer true)" : "";
  const title = truncate(plain(fact.title), DISCORD_LIMITS.choiceNameMax - state.length);
  return { name: title + state, value: fact.id };
}

/** A text as one line of plain words, for places that render no Markdown. */
function plain(text: string): string {
  const words = text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[`*]|^[#>-]+ /gm, "")
    .replace(/\s+/g, " ")
    .trim();
  return words === "" ? "…" : words;
}
