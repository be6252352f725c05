import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import type { Exchange, ShownMessage } from "../../src/playground/protocol.ts";
import { type FileSystem, nodeFileSystem } from "../../src/stores/file-system.ts";
import { contentOf, embedsOf, inputsOf, send, useCuratingBot } from "../support/curating-bot.ts";
import { current, menuOf, type TestPerson } from "../support/running-bot.ts";

/** Longer than a handler may take before its answer is deferred. */
const SYNC_MS = 1_700;

let isSlow = false;
const disk: FileSystem = {
  ...nodeFileSystem,
  async sync(path) {
    if (isSlow) await sleep(SYNC_MS);
    await nodeFileSystem.sync(path);
  },
};

const bot = useCuratingBot({ disk });
const member = bot.person("Member");
const moderator = bot.person("Moderator");
afterEach(() => {
  isSlow = false;
  expect(bot.log.filter((line) => /"level":(?:50|60)/.test(line))).toEqual([]);
});

const suggest = async (text: string) => send(member, await member.command("suggest"), { text });

/** The message of an exchange in the end, also where the first response was a deferral. */
async function shownBy(exchange: Exchange): Promise<ShownMessage | undefined> {
  const { message } = await bot.playground.drive.settled(exchange.id);
  return current(bot, message);
}

/** The modal of an exchange, or the one behind the button that stands in for it. */
async function modalOf(person: TestPerson, exchange: Exchange): Promise<Exchange> {
  if (exchange.outcome === "modal") return exchange;
  return person.press(await shownBy(exchange), "Open the form");
}

type Press = () => Promise<Exchange>;

/** Everything that opens a form: what leads to it is done before the disk is slow. */
const OPENERS: Readonly<Record<string, () => Promise<Press>>> = {
  "/suggest": async () => () => member.command("suggest"),
  "Suggest a fact": async () => {
    const { message } = await member.command("ask", { question: "What is a Frobnicator?" });
    return () => member.press(message, "Suggest a fact");
  },
  "Wrong or outdated": async () => {
    const { message } = await member.command("ask", { question: "rust merge" });
    return () => member.press(message, "Wrong or outdated");
  },
  "/facts add": async () => () => moderator.command("facts", {}, "add"),
  "/facts edit": async () => () => moderator.command("facts", { fact: "spin-lock" }, "edit"),
  "/facts remove": async () => {
    const { message } = await moderator.command("facts", { fact: "spin-lock" }, "remove");
    return () => moderator.press(message, "Remove…");
  },
  "a fact of a suggestion": () => onSuggestion("Write a fact…"),
  "another fact for a suggestion": () => onSuggestion("Edit another fact…"),
  "the reason of a rejection": () => onSuggestion("Reject…"),
  "an edit of a reported fact": async () => {
    const { message } = await member.command("ask", { question: "rust merge" });
    const opened = await member.press(message, "Wrong or outdated");
    await send(member, opened, { text: "That is not so." });
    const queue = await moderator.command("facts", {}, "queue");
    return () => moderator.choose(queue.message, "text");
  },
  "a fact for a gap": () => onGap("Write a fact…"),
  "an alias for a gap": () => onGap("Alias of another fact…"),
};

async function onSuggestion(label: string): Promise<Press> {
  await suggest("Say what a mutex is.");
  const { message } = await moderator.command("facts", {}, "queue");
  return () => moderator.press(message, label);
}

async function onGap(label: string): Promise<Press> {
  await member.command("ask", { question: "What is a Frobnicator?" });
  const { message } = await moderator.command("facts", {}, "gaps");
  await moderator.choose(message, menuOf(message).options[0]?.value);
  return () => moderator.press(current(bot, message), label);
}

describe("on a slow disk", () => {
  it.each(Object.keys(OPENERS))("the form of %s opens, at once or by a button", async (name) => {
    const press = await OPENERS[name]?.();
    isSlow = true;
    const pressed = await press?.();
    if (!pressed) throw new Error("nothing was pressed");
    const person = pressed.action.as === member.id ? member : moderator;
    expect((await modalOf(person, pressed)).outcome).toBe("modal");
  });

  it("a form that its author is handed once more holds what was typed", async () => {
    const opened = await moderator.command("facts", { fact: "spin-lock" }, "edit");
    isSlow = true;
    const aliases = "too long ".repeat(10).trim();
    const refused = await send(moderator, opened, { aliases });
    const again = await moderator.press(await shownBy(refused), "Open the form again");
    expect(inputsOf(again).aliases).toBe(aliases);
  });

  it("a report of a wrong answer keeps the question that was asked", async () => {
    const press = await OPENERS["Wrong or outdated"]?.();
    isSlow = true;
    const pressed = await press?.();
    if (!pressed) throw new Error("nothing was pressed");
    expect(pressed.outcome).toBe("deferred");
    const opened = await modalOf(member, pressed);
    isSlow = false;
    const sent = await send(member, opened, { text: "That is not so." });
    expect(contentOf(sent)).toMatch(/^Thank you/);
    const queue = await moderator.command("facts", {}, "queue");
    expect(embedsOf(queue.message)).toContain("Asked: “rust merge”");
  });
});
