import {
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
} from "discord.js";
import type { Command } from "../src/discord/command.ts";

const BEGIN = "<!-- commands: written by scripts/write-command-docs.ts -->";
const END = "<!-- end of commands -->";

/** The page with the list of these commands in its place. Throws where the page has no place for it. */
export function withCommandList(page: string, commands: readonly Command[]): string {
  const [start, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (start < 0 || end < start) throw new Error("the page has no place for the commands");
  return `${page.slice(0, start)}${BEGIN}\n${commandList(commands)}\n${page.slice(end)}`;
}

function commandList(commands: readonly Command[]): string {
  const of = (scope: Command["scope"]) =>
    commands.filter((command) => command.scope === scope).flatMap(rows);
  return [
    "### For everybody",
    "",
    ...table(of("everybody")),
    "",
    "### For curators",
    "",
    ...table(of("curators")),
    "",
  ].join("\n");
}

interface Row {
  readonly call: string;
  readonly description: string;
  readonly options: readonly APIApplicationCommandOption[];
}

function rows({ data }: Command): readonly Row[] {
  if (data.type === ApplicationCommandType.Message) {
    const description = "On a message, under Apps: privately, the facts that it touches on";
    return [{ call: data.name, description, options: [] }];
  }
  if (!("description" in data) || data.description === undefined) return [];
  const options = "options" in data ? (data.options ?? []) : [];
  const subcommands = options.flatMap((option) =>
    option.type === ApplicationCommandOptionType.Subcommand ? [option] : [],
  );
  if (subcommands.length === 0) {
    return [{ call: `/${data.name}`, description: data.description, options }];
  }
  return subcommands.map((subcommand) => ({
    call: `/${data.name} ${subcommand.name}`,
    description: subcommand.description,
    options: subcommand.options ?? [],
  }));
}

function table(list: readonly Row[]): readonly string[] {
  const lines = list.map(({ call, description, options }) => {
    const names = options.map(({ name, required }) => (required ? name : `[${name}]`));
    const what = options.map((option) => `\`${option.name}\`: ${cell(option.description)}`);
    const usage = [call, ...names].join(" ");
    return `| \`${usage}\` | ${cell(description)} | ${what.join("<br>")} |`;
  });
  return ["| command | does | options |", "|---|---|---|", ...lines];
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("<", "&lt;");
}
