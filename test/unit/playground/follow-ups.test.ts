import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Exchange } from "../../../src/playground/protocol.ts";
import {
  type Playground,
  type PlaygroundOptions,
  startPlayground,
} from "../../../src/playground/start-playground.ts";
import { type BareBot, startBareBot } from "../../support/bare-bot.ts";

const EPHEMERAL = 64;
const FILE_CONTENT = "a text";

describe("what follows a first response", () => {
  let playground: Playground;
  let bot: BareBot;

  async function start(options: PlaygroundOptions = {}): Promise<void> {
    playground = await startPlayground(options);
    bot = await startBareBot(playground);
  }
  async function stop(): Promise<void> {
    await bot.close();
    await playground.close();
  }
  beforeEach(() => start());
  afterEach(stop);

  const ask = (person = "Member", place = "help") =>
    bot.receive({
      as: playground.person(person).id,
      in: playground.place(place).id,
      type: "command",
      command: "ask",
      options: {},
    });
  const answered = async (data: object = { content: "first" }, person?: string, place?: string) => {
    const exchange = ask(person, place);
    await bot.respond(exchange, { type: 4, data });
    return exchange;
  };
  const shown = (exchange: Exchange) => playground.drive.exchange(exchange.id).message;

  it("is refused before there is one", async () => {
    expect(await bot.webhook("POST", ask(), "", { content: "x" })).toMatchObject({
      status: 404,
      body: { code: 10015 },
    });
  });

  it("is refused when the interaction's token is no longer good", async () => {
    await stop();
    await start({ tokenLifetimeMs: 0 });
    const exchange = await answered();
    expect(await bot.webhook("POST", exchange, "", { content: "x" })).toMatchObject({
      status: 401,
      body: { code: 50027 },
    });
  });

  it("fills in a promised answer, as private as it was promised", async () => {
    const exchange = ask();
    await bot.respond(exchange, { type: 5, data: { flags: EPHEMERAL } });
    const { body } = await bot.webhook("POST", exchange, "", { content: "there" });
    expect(body).toMatchObject({ content: "there", flags: EPHEMERAL });
    expect(shown(exchange)).toMatchObject({ message: { content: "there", flags: EPHEMERAL } });
  });

  it("changes and takes away the first response", async () => {
    const exchange = await answered();
    await bot.webhook("PATCH", exchange, "/messages/@original", { content: "second" });
    const { body } = await bot.webhook("GET", exchange, "/messages/@original");
    expect(body).toMatchObject({ content: "second", edited_timestamp: expect.any(String) });
    expect((await bot.webhook("DELETE", exchange, "/messages/@original")).status).toBe(204);
    expect(await bot.webhook("GET", exchange, "/messages/@original")).toMatchObject({
      status: 404,
      body: { code: 10008 },
    });
  });

  it("keeps in an edit what the edit does not name, and refuses one that leaves nothing", async () => {
    const exchange = await answered({ content: "text", embeds: [{ title: "Title" }] });
    const edit = (body: object) => bot.webhook("PATCH", exchange, "/messages/@original", body);
    expect((await edit({ content: "" })).body).toMatchObject({ embeds: [{ title: "Title" }] });
    expect(await edit({ embeds: [] })).toMatchObject({ status: 400, body: { code: 50006 } });
  });

  it("does not make a message private afterwards", async () => {
    const exchange = await answered();
    const edit = { content: "x", flags: EPHEMERAL };
    expect(await bot.webhook("PATCH", exchange, "/messages/@original", edit)).toMatchObject({
      status: 400,
      body: { errors: { flags: {} } },
    });
  });

  it("reaches no message of another interaction", async () => {
    const mine = await answered();
    const other = await answered();
    const path = `/messages/${shown(other)?.message.id}`;
    expect(await bot.webhook("DELETE", mine, path)).toMatchObject({
      status: 404,
      body: { code: 10008 },
    });
  });

  it("has five messages at most where only the person has the bot", async () => {
    const follow = (exchange: Exchange) => bot.webhook("POST", exchange, "", { content: "more" });
    const alone = await answered(undefined, "Newcomer", "open");
    const inServer = await answered();
    for (let sent = 0; sent < 5; sent++) {
      expect((await follow(alone)).status).toBe(200);
      expect((await follow(inServer)).status).toBe(200);
    }
    expect(await follow(alone)).toMatchObject({ status: 400, body: { code: 40094 } });
    expect((await follow(inServer)).status).toBe(200);
  });

  it("takes files, and serves them", async () => {
    const form = new FormData();
    form.set("payload_json", JSON.stringify({ attachments: [{ id: 0, description: "text" }] }));
    form.set("files[0]", new File([FILE_CONTENT], "a b.txt"));
    const { status, body } = await bot.webhook("POST", await answered(), "", form);
    expect(status).toBe(200);
    expect(body).toMatchObject({ attachments: [{ filename: "a_b.txt", description: "text" }] });
    const file = playground.drive.state().messages.at(-1)?.message.attachments[0];
    expect(await (await fetch(file?.url ?? "")).text()).toBe(FILE_CONTENT);
  });

  it("notifies those whom allowed mentions allow, when it is sent, and nobody in private or in an edit", async () => {
    const member = playground.person("Member").id;
    const content = `<@${member}> @everyone \`<@1>\``;
    const pingsOf = async (data: object) => shown(await answered(data))?.pings;
    expect(await pingsOf({ content })).toEqual([member, "everyone"]);
    expect(await pingsOf({ content, allowed_mentions: { parse: [] } })).toBeUndefined();
    expect(await pingsOf({ content, allowed_mentions: { users: [member] } })).toEqual([member]);
    expect(await pingsOf({ content, flags: EPHEMERAL })).toBeUndefined();
    expect(await pingsOf({ embeds: [{ description: content }] })).toBeUndefined();

    const exchange = await answered({ content: "quiet" });
    await bot.webhook("PATCH", exchange, "/messages/@original", { content });
    expect(shown(exchange)?.pings).toBeUndefined();
  });

  it("is settled when what was promised is there", async () => {
    const exchange = ask();
    const settled = playground.drive.settled(exchange.id);
    await bot.respond(exchange, { type: 5 });
    await sleep(100);
    await bot.webhook("PATCH", exchange, "/messages/@original", { content: "done" });
    expect((await settled).message?.message.content).toBe("done");
  });
});
