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
import type { Choice } from "./command.ts";
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

/** A menu to open one of these facts with. */
export function factMenu(
  id: string,
  placeholder: string,
  facts: readonly Fact[],
  chosen?: string,
): APIStringSelectComponent {
  return menu(
    id,
    placeholder,
    facts.map((fact) => ({
      label: truncate(plain(fact.title), DISCORD_LIMITS.selectLabelMax),
      value: fact.id,
      description: truncate(plain(fact.body), DISCORD_LIMITS.selectDescriptionMax),
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
