import { setTimeout as sleep } from "node:timers/promises";
import { Events, REST } from "discord.js";
import { pino } from "pino";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createClient } from "../../src/discord/client.ts";
import type { Command, Response } from "../../src/discord/command.ts";
import { button, rows } from "../../src/discord/components.ts";
import { createDispatcher } from "../../src/discord/dispatcher.ts";
import { modal, textField } from "../../src/discord/modal.ts";
import { registerCommands } from "../../src/discord/registration.ts";
import { KnowledgeError } from "../../src/knowledge/errors.ts";
import type { Exchange } from "../../src/playground/protocol.ts";
import { type Playground, startPlayground } from "../../src/playground/start-playground.ts";

/** Longer than a handler may take before its answer is deferred. */
const SLOW_MS = 1_700;

const MODAL = {
  type: "modal",
  modal: modal("slow:form", "Form", [
    textField({ id: "text", label: "Text", required: true, maxLength: 10 }),
  ]),
  instead: { content: "Ready.", components: rows([button("slow:form", "Open the form")]) },
} satisfies Response;

const ANSWERS: Readonly<Record<string, () => Response>> = {
  form: () => ({ type: "modal", modal: MODAL.modal }),
  reply: () => ({ type: "reply", private: true, message: { content: "Late, but whole." } }),
  modal: () => MODAL,
  refusal: () => {
    throw new KnowledgeError("conflict", "Too late for that.");
  },
  bug: () => {
    throw new Error("a secret of the disk");
  },
};

const slow: Command = {
  key: "slow",
  scope: "everybody",
  data: {
    name: "slow",
    description: "Takes its time",
    options: [{ type: 3, name: "answer", description: "With what", required: true }],
  },
  async execute(call) {
    await sleep(SLOW_MS);
    const answer = ANSWERS[call.options.getString("answer")];
    if (!answer) throw new RangeError("no such answer");
    return answer();
  },
};

let playground: Playground;
let stop: () => Promise<void>;
beforeEach(async () => {
  playground = await startPlayground();
  const logger = pino({ level: "silent" });
  const dispatcher = createDispatcher({
    commands: [slow],
    authorize: () => false,
    logger,
    newErrorId: () => "abc",
  });
  const client = createClient({ apiUrl: playground.apiUrl, dispatcher, logger });
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(playground.token);
  await ready;
  const rest = new REST({ api: playground.apiUrl }).setToken(playground.token);
  await registerCommands(rest, playground.applicationId, [slow.data]);
  stop = async () => {
    await dispatcher.idle();
    await client.destroy();
    await playground.close();
  };
});
afterEach(() => stop());

async function answered(answer: string): Promise<Exchange> {
  const { drive } = playground;
  const as = playground.person("Member").id;
  const where = { as, in: playground.place("help").id };
  const options = { answer };
  const { id } = await drive.act({ ...where, type: "command", command: "slow", options });
  return drive.settled(id);
}

/** The message of a deferred answer as it stands in the end. */
function shown({ message }: Exchange) {
  const { messages } = playground.drive.state();
  return messages.find((one) => one.message.id === message?.message.id);
}

it.each([
  ["reply", "Late, but whole."],
  ["modal", "Ready."],
  ["form", "Try again."],
  ["refusal", "Too late for that."],
  ["bug", "quote `abc`"],
])("answers with a %s that comes late, privately and in the same message", async (answer, text) => {
  const exchange = await answered(answer);
  expect(exchange.outcome).toBe("deferred");
  const message = shown(exchange);
  expect(message?.message.content).toContain(text);
  expect(message?.message.content).not.toContain("secret");
  expect(message?.onlyFor).toBe(playground.person("Member").id);
  expect(playground.violations()).toEqual([]);
});
