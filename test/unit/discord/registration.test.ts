import type { APIApplicationCommand } from "discord.js";
import { expect, it } from "vitest";
import { createCommands } from "../../../commands/index.ts";
import { type CommandData, sameCommands } from "../../../src/discord/registration.ts";
import { commandDeps } from "../../support/command-deps.ts";

const commands = createCommands(commandDeps()).map((command) => command.data);

/** As Discord answers: with its own fields, defaults written out, lists in another order. */
function asRegistered(data: CommandData): APIApplicationCommand {
  const answered: object = {
    default_member_permissions: null,
    name_localizations: null,
    nsfw: false,
    type: 1,
    description: "",
    ...structuredClone(data),
    contexts: [...(data.contexts ?? [])].reverse(),
    id: "1",
    application_id: "2",
    version: "3",
  };
  return answered as APIApplicationCommand;
}

it("knows its own commands again in Discord's words, in any order", () => {
  expect(sameCommands(commands, commands.map(asRegistered).reverse())).toBe(true);
});

it.each([
  ["a description", (data: CommandData) => ({ ...data, description: "other" })],
  ["an option", (data: CommandData) => ({ ...data, options: [] })],
  ["where it works", (data: CommandData) => ({ ...data, contexts: [0] })],
  ["who may use it", (data: CommandData) => ({ ...data, default_member_permissions: "32" })],
])("sees that %s differs", (_, change) => {
  const [first, ...rest] = commands.map(asRegistered);
  if (!first) throw new Error("there are commands");
  const changed = change(first as unknown as CommandData) as unknown as APIApplicationCommand;
  expect(sameCommands(commands, [changed, ...rest])).toBe(false);
});

it("sees that a command is missing, or one too many", () => {
  const registered = commands.map(asRegistered);
  expect(sameCommands(commands, registered.slice(1))).toBe(false);
  expect(sameCommands(commands.slice(1), registered)).toBe(false);
});
