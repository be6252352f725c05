import { expect, test } from "vitest";
import {
  matchEntries,
  readLine,
  readTyped,
  type Typed,
} from "../../../src/playground/page/slash/command-line.ts";
import { command, entriesOf, text } from "./fixtures.ts";

const entries = entriesOf(
  command("about"),
  command("ask", [text("question", true)]),
  command("fact", [text("mention"), text("name", true)]),
  command("topics", [text("topic")]),
  command("facts", [
    { type: 1, name: "add", description: "Add one" },
    { type: 1, name: "edit", description: "Edit one", options: [text("fact", true)] },
    {
      type: 2,
      name: "queue",
      description: "What waits",
      options: [{ type: 1, name: "show", description: "Show it" }],
    },
  ]),
);

function valuesOf(typed: Typed): unknown {
  return typed.kind === "command" ? [typed.entry.path, Object.fromEntries(typed.values)] : typed;
}

test("text after a command goes to its required text option", () => {
  const typed = readTyped("/ask when was rust merged into the kernel", entries);
  expect(valuesOf(typed)).toEqual(["ask", { question: "when was rust merged into the kernel" }]);
});

test("text after a command goes to the required option even when an optional one is registered first", () => {
  expect(valuesOf(readTyped("/fact pin init", entries))).toEqual(["fact", { name: "pin init" }]);
});

test("text after a command whose options are all optional goes to the first of them", () => {
  expect(valuesOf(readTyped("/topics drivers", entries))).toEqual(["topics", { topic: "drivers" }]);
});

test("options can be named in any order", () => {
  const typed = readTyped("/fact mention:Helper name:what is pin: a pin", entries);
  expect(valuesOf(typed)).toEqual(["fact", { mention: "Helper", name: "what is pin: a pin" }]);
});

test("subcommands and subcommand groups are read as one command", () => {
  expect(valuesOf(readTyped("/facts edit pin-init", entries))).toEqual([
    "facts edit",
    { fact: "pin-init" },
  ]);
  expect(valuesOf(readTyped("/facts queue show ", entries))).toEqual(["facts queue show", {}]);
});

test("a name without a space behind it is still being picked", () => {
  expect(readTyped("/ask", entries)).toEqual({ kind: "picking", name: "ask" });
  expect(readTyped("/facts ", entries)).toEqual({ kind: "picking", name: "facts " });
});

test("a finished line is a command without a space behind it, too", () => {
  expect(valuesOf(readLine("/about", entries))).toEqual(["about", {}]);
});

test("what is no command stays text", () => {
  for (const said of ["hello /ask", "", "/nothing of the kind", "/", "/ask\nsecond line"]) {
    expect(readLine(said, entries)).toEqual({ kind: "text" });
  }
});

test("names are matched without regard to case", () => {
  expect(valuesOf(readTyped("/ASK x", entries))).toEqual(["ask", { question: "x" }]);
});

test("the picker puts names that begin as typed before names that only contain it", () => {
  const paths = (typed: string) => matchEntries(typed, entries).map((entry) => entry.path);
  expect(paths("fact")).toEqual(["fact", "facts add", "facts edit", "facts queue show"]);
  expect(paths("a")).toEqual([
    "about",
    "ask",
    "facts add",
    "fact",
    "facts edit",
    "facts queue show",
  ]);
  expect(paths("facts e")).toEqual(["facts edit"]);
  expect(paths("zzz")).toEqual([]);
});

test("the picker offers everything right after the slash", () => {
  expect(matchEntries("", entries)).toHaveLength(entries.length);
});
