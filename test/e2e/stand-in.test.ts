import { once } from "node:events";
import * as spec from "discord-api-spec/zod";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Playground, startPlayground } from "../../src/playground/start-playground.ts";
import { type FixtureBot, startFixtureBot } from "../support/fixture-bot.ts";

describe("the stand-in for Discord serves a real discord.js client", () => {
  let playground: Playground;
  let bot: FixtureBot;
  const member = () => ({
    as: playground.person("Member").id,
    in: playground.place("help").id,
  });
  const echo = (text: string) => ({
    ...member(),
    type: "command" as const,
    command: "echo",
    options: { text },
  });

  beforeAll(async () => {
    playground = await startPlayground();
    bot = await startFixtureBot(playground);
  });

  afterAll(async () => {
    await bot.stop();
    await playground.close();
  });

  it("logs it in, without intents, and registers its commands", () => {
    expect(playground.gateway()).toMatchObject({ online: true, identifies: [0] });
    const names = playground.drive.state().commands.map(({ name }) => name);
    expect(names).toEqual(["echo", "later", "form", "file", "Quote"]);
    for (const command of playground.drive.state().commands) {
      spec.ApplicationCommandResponseSchema.parse(command);
    }
  });

  it("keeps ids and versions of commands that are registered again unchanged", async () => {
    const before = playground.drive.state().commands;
    const same = before.map(
      ({ id: _id, version: _version, application_id: _app, ...rest }) => rest,
    );
    await bot.client.rest.put(`/applications/${playground.applicationId}/commands`, { body: same });
    const after = playground.drive.state().commands;
    expect(after.map(({ id, version }) => [id, version])).toEqual(
      before.map(({ id, version }) => [id, version]),
    );
  });

  it("hands on a slash command and shows its reply", async () => {
    const exchange = await playground.drive.act(echo("hello"));
    expect(exchange.outcome).toBe("message");
    expect(exchange.message?.message.content).toBe("hello");
    expect(exchange.message?.onlyFor).toBeUndefined();
    spec.MessageResponseSchema.parse(exchange.message?.message);
  });

  it("offers the choices of an autocomplete", async () => {
    const { choices } = await playground.drive.act({
      ...member(),
      type: "autocomplete",
      command: "echo",
      options: { text: "hel" },
      focused: "text",
    });
    expect(choices).toEqual([{ name: "hel!", value: "hel" }]);
  });

  it("hands on buttons, which update the message or take it away", async () => {
    const { message } = await playground.drive.act(echo("first"));
    const press = (customId: string) =>
      playground.drive.act({
        ...member(),
        type: "component",
        message: message?.message.id ?? "",
        customId,
      });
    const updated = await press("again");
    expect(updated.outcome).toBe("update");
    expect(updated.message?.message).toMatchObject({ content: "again", components: [] });

    const other = await playground.drive.act(echo("second"));
    const { id } = await playground.drive.act({
      ...member(),
      type: "component",
      message: other.message?.message.id ?? "",
      customId: "delete",
    });
    await playground.drive.until(id, ({ requests }) => requests.length === 2);
    const left = playground.drive.state().messages.map((shown) => shown.message.id);
    expect(left).not.toContain(other.message?.message.id);
  });

  it("hands on a menu's values, and keeps the private answer to whom it is for", async () => {
    const { message } = await playground.drive.act(echo("choose"));
    const chosen = await playground.drive.act({
      ...member(),
      type: "component",
      message: message?.message.id ?? "",
      customId: "pick",
      values: ["2"],
    });
    expect(chosen.message?.message.content).toBe("2");
    expect(chosen.message?.onlyFor).toBe(member().as);
  });

  it("opens a modal and hands on what was filled in", async () => {
    const opened = await playground.drive.act({
      ...member(),
      type: "command",
      command: "form",
      options: {},
    });
    expect(opened.modal?.title).toBe("A form");
    const sent = await playground.drive.act({
      ...member(),
      type: "modal",
      exchange: opened.id,
      fields: { name: "Ferris", kind: ["crab"] },
    });
    expect(sent.message?.message.content).toBe("Ferris is crab");
  });

  it("fills in a deferred answer and takes follow-ups", async () => {
    const { id, outcome } = await playground.drive.act({
      ...member(),
      type: "command",
      command: "later",
      options: {},
    });
    expect(outcome).toBe("deferred");
    const done = await playground.drive.until(id, ({ requests }) => requests.length === 3);
    expect(done.message?.message.embeds[0]?.title).toBe("Here it is");
    const last = playground.drive.state().messages.at(-1);
    expect(last).toMatchObject({ onlyFor: member().as, message: { content: "one more" } });
  });

  it("hands on a message with a command of its menu", async () => {
    const {
      message: { id },
    } = playground.drive.say({ ...member(), type: "say", content: "What is pin-init?" });
    const said = playground.drive.state().messages.at(-1);
    expect(id).toBe(said?.message.id);
    const { message } = await playground.drive.act({
      ...member(),
      type: "message-command",
      command: "Quote",
      message: id,
    });
    expect(message?.message.content).toBe("> What is pin-init?");
  });

  it("serves uploaded files from its own address", async () => {
    const { message } = await playground.drive.act({
      ...member(),
      type: "command",
      command: "file",
      options: {},
    });
    const [file] = message?.message.attachments ?? [];
    expect(file?.url.startsWith(playground.url)).toBe(true);
    expect(await (await fetch(file?.url ?? "")).text()).toBe("hello");
  });

  it("replays to a resumed session what it missed", async () => {
    playground.faults.dropGateway();
    await once(bot.client, "shardReconnecting");
    const exchange = await playground.drive.act(echo("after the drop"));
    expect(exchange.message?.message.content).toBe("after the drop");
    expect(playground.gateway()).toMatchObject({ identifies: [0], resumes: 1 });
  });

  it("finds nothing wrong in any of it", () => {
    expect(playground.violations()).toEqual([]);
    expect(bot.errors).toEqual([]);
  });
});
