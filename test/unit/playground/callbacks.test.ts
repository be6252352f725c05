import * as spec from "discord-api-spec/zod";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Exchange } from "../../../src/playground/protocol.ts";
import { type Playground, startPlayground } from "../../../src/playground/start-playground.ts";
import { type BareBot, startBareBot } from "../../support/bare-bot.ts";

const EPHEMERAL = 64;
const LOADING = 128;
const DEADLINE_MS = 1_500;

describe("the first response to an interaction", () => {
  let playground: Playground;
  let bot: BareBot;

  beforeEach(async () => {
    playground = await startPlayground({ deadlineMs: DEADLINE_MS });
    bot = await startBareBot(playground);
  });
  afterEach(async () => {
    await bot.close();
    await playground.close();
  });

  const at = (person = "Member", place = "help") => ({
    as: playground.person(person).id,
    in: playground.place(place).id,
  });
  const ask = (person?: string, place?: string) =>
    bot.receive({ ...at(person, place), type: "command", command: "ask", options: {} });
  const autocomplete = () =>
    bot.receive({
      ...at(),
      type: "autocomplete",
      command: "ask",
      options: { question: "x" },
      focused: "question",
    });
  const press = (exchange: Exchange) =>
    bot.receive({
      ...at(),
      type: "component",
      message: playground.drive.exchange(exchange.id).message?.message.id ?? "",
      customId: "x",
    });
  const submit = (opened: Exchange) =>
    bot.receive({ ...at(), type: "modal", exchange: opened.id, fields: {} });
  const reply = (content: string, flags = 0) => ({ type: 4, data: { content, flags } });
  const modal = {
    type: 9,
    data: {
      custom_id: "m",
      title: "M",
      components: [
        { type: 18, label: "L", component: { type: 4, custom_id: "t", style: 1, required: false } },
      ],
    },
  };

  it("is answered as Discord's description says", async () => {
    const { status, body } = await bot.respond(ask(), reply("hello"));
    expect(status).toBe(200);
    expect(spec.InteractionCallbackResponseSchema.safeParse(body).error).toBeUndefined();
  });

  it("is refused for an interaction that is not known, or with another token", async () => {
    const exchange = ask();
    const path = `/interactions/${exchange.id}/wrong/callback`;
    expect(await bot.request("POST", path, reply("x"))).toMatchObject({
      status: 404,
      body: { code: 10062, message: "Unknown interaction" },
    });
  });

  it("is refused when there was one", async () => {
    const exchange = ask();
    await bot.respond(exchange, reply("one"));
    expect(await bot.respond(exchange, reply("two"))).toMatchObject({
      status: 400,
      body: { code: 40060 },
    });
  });

  it("is refused after the deadline", async () => {
    const exchange = ask();
    await playground.drive.until(exchange.id, ({ outcome }) => outcome === "expired");
    expect(await bot.respond(exchange, reply("late"))).toMatchObject({
      status: 404,
      body: { code: 10062 },
    });
  });

  it("can be made again when it was not valid", async () => {
    const exchange = ask();
    const refused = await bot.respond(exchange, reply("x".repeat(2_001)));
    expect(refused).toMatchObject({
      status: 400,
      body: { code: 50035, errors: { data: { content: { _errors: [{}] } } } },
    });
    expect((await bot.respond(exchange, reply("x"))).status).toBe(200);
    expect(playground.violations()).toEqual([expect.stringContaining("data.content")]);
  });

  it("is refused with its own code when it is empty", async () => {
    expect(await bot.respond(ask(), { type: 4, data: {} })).toMatchObject({
      status: 400,
      body: { code: 50006 },
    });
  });

  it("has choices for autocomplete, and nothing else has", async () => {
    const choices = { type: 8, data: { choices: [{ name: "a", value: "a" }] } };
    expect(await bot.respond(ask(), choices)).toMatchObject({ status: 400, body: { code: 50035 } });
    for (const other of [reply("x"), { type: 5 }, modal]) {
      expect((await bot.respond(autocomplete(), other)).status).toBe(400);
    }
    const exchange = autocomplete();
    expect((await bot.respond(exchange, choices)).status).toBe(200);
    expect(playground.drive.exchange(exchange.id)).toMatchObject({
      outcome: "choices",
      choices: choices.data.choices,
    });
  });

  it("updates the message of a component, and no command's", async () => {
    const update = { type: 7, data: { content: "new" } };
    expect((await bot.respond(ask(), update)).status).toBe(400);
    const first = ask();
    await bot.respond(first, reply("old"));
    const pressed = press(first);
    expect(await bot.respond(pressed, update)).toMatchObject({
      body: { resource: { type: 7, message: { content: "new" } } },
    });
    expect(playground.drive.exchange(first.id).message?.message.content).toBe("new");
  });

  it("opens a modal, but not in answer to one", async () => {
    const opened = ask();
    expect((await bot.respond(opened, modal)).status).toBe(200);
    expect((await bot.respond(submit(opened), modal)).status).toBe(400);
    expect((await bot.respond(submit(opened), reply("thanks"))).status).toBe(200);
  });

  it("is for the person only when it says so, or where the place does", async () => {
    const asked = ask();
    await bot.respond(asked, reply("psst", EPHEMERAL));
    expect(playground.drive.exchange(asked.id).message?.onlyFor).toBe(at().as);

    const forced = await bot.respond(ask("Newcomer", "quiet"), reply("hello"));
    expect(forced.body).toMatchObject({
      interaction: { response_message_ephemeral: true },
      resource: { message: { flags: EPHEMERAL } },
    });
    const open = await bot.respond(ask("Newcomer", "open"), reply("hello"));
    expect(open.body).toMatchObject({ interaction: { response_message_ephemeral: false } });
  });

  it("can promise an answer, which says that it loads", async () => {
    const exchange = ask();
    const { body } = await bot.respond(exchange, { type: 5, data: { flags: EPHEMERAL } });
    expect(body).toMatchObject({
      interaction: { response_message_loading: true },
      resource: { message: { flags: EPHEMERAL | LOADING } },
    });
  });
});
