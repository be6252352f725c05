import type {
  APIApplicationCommand,
  APIApplicationCommandBasicOption,
  APIApplicationCommandOption,
} from "discord-api-types/v10";
import { type CommandEntry, entriesIn } from "../../../src/playground/page/slash/command-entry.ts";
import type { Place } from "../../../src/playground/protocol.ts";

export const SERVER: Place = {
  id: "1100000000000000101",
  name: "general",
  kind: "guild",
  guild: { id: "1100000000000000100", name: "A server", botInstalled: true },
  people: ["1100000000000000011"],
};

export const DIRECT: Place = {
  id: "1100000000000000500",
  name: "the bot",
  kind: "bot-dm",
  people: ["1100000000000000011"],
};

let made = 0;

/** A command as Discord would list it. */
export function command(
  name: string,
  options: readonly APIApplicationCommandOption[] = [],
  more: Partial<APIApplicationCommand> = {},
): APIApplicationCommand {
  made += 1;
  return {
    id: String(1200000000000000000n + BigInt(made)),
    application_id: "1100000000000000001",
    version: "1",
    type: 1,
    name,
    description: `What ${name} does`,
    default_member_permissions: null,
    options: [...options],
    ...more,
  };
}

export function text(name: string, required = false): APIApplicationCommandBasicOption {
  return { type: 3, name, description: `The ${name}`, required };
}

export function entriesOf(...commands: APIApplicationCommand[]): readonly CommandEntry[] {
  return entriesIn(commands, SERVER);
}
