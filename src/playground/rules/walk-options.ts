import type { APIApplicationCommandOption } from "discord-api-types/v10";
import type { CommandBody } from "../validation/bodies.ts";

type Path = readonly (string | number)[];

export function optionsOf(command: CommandBody): readonly APIApplicationCommandOption[] {
  return command.options ?? [];
}

function childrenOf(option: APIApplicationCommandOption): readonly APIApplicationCommandOption[] {
  return "options" in option ? (option.options ?? []) : [];
}

export interface OptionList {
  readonly options: readonly APIApplicationCommandOption[];
  readonly path: Path;
}

/** The list of a command's options, and those of its groups and subcommands. */
export function everyList(command: CommandBody): readonly OptionList[] {
  const below = ({ options, path }: OptionList): readonly OptionList[] => [
    { options, path },
    ...options.flatMap((option, at) =>
      below({ options: childrenOf(option), path: [...path, at, "options"] }),
    ),
  ];
  return below({ options: optionsOf(command), path: ["options"] });
}

/** All options of a command, however deep, with where they stand. */
export function everyOption(command: CommandBody) {
  return everyList(command).flatMap(({ options, path }) =>
    options.map((option, at) => ({ option, path: [...path, at] })),
  );
}
