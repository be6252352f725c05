import { expect, test } from "vitest";
import { entriesIn, messageCommandsIn } from "../../../src/playground/page/slash/command-entry.ts";
import { command, DIRECT, entriesOf, SERVER, text } from "./fixtures.ts";

test("required options come first, each part in the order of registration", () => {
  const [entry] = entriesOf(command("x", [text("d"), text("b", true), text("c"), text("a", true)]));
  expect(entry?.options.map((option) => option.name)).toEqual(["b", "a", "d", "c"]);
});

test("everyday commands come before those of which there are many below one name", () => {
  const edit = { type: 1 as const, name: "edit", description: "Changes one" };
  const names = entriesOf(command("topics"), command("facts", [edit]), command("ask"));
  expect(names.map((entry) => entry.path)).toEqual(["ask", "topics", "facts edit"]);
});

test("a command of one server is offered in that server only", () => {
  const local = command("facts", [], { guild_id: String(SERVER.guild?.id) });
  const other = command("other", [], { guild_id: "1100000000000000999" });
  expect(entriesIn([local, other], SERVER).map((entry) => entry.path)).toEqual(["facts"]);
  expect(entriesIn([local, other], DIRECT)).toEqual([]);
});

test("a command is offered only in its contexts", () => {
  const server = command("server", [], { contexts: [0] });
  const direct = command("direct", [], { contexts: [1] });
  expect(entriesIn([server, direct], SERVER).map((entry) => entry.path)).toEqual(["server"]);
  expect(entriesIn([server, direct], DIRECT).map((entry) => entry.path)).toEqual(["direct"]);
});

test("where the bot is not installed only commands for users' own installs are offered", () => {
  const without = { ...SERVER, guild: { id: "1", name: "Without", botInstalled: false } };
  const guildOnly = command("guild-only", [], { integration_types: [0] });
  const both = command("both", [], { integration_types: [0, 1] });
  expect(entriesIn([guildOnly, both], without).map((entry) => entry.path)).toEqual(["both"]);
});

test("message commands stay out of the picker and slash commands out of a message's menu", () => {
  const find = command("Find facts", [], { type: 3 });
  const ask = command("ask");
  expect(entriesIn([find, ask], SERVER).map((entry) => entry.path)).toEqual(["ask"]);
  expect(messageCommandsIn([find, ask], SERVER)).toEqual([find]);
});
