import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { type Playground, startPlayground } from "../../../src/playground/start-playground.ts";
import { type BareBot, startBareBot } from "../../support/bare-bot.ts";

describe("what tests can make go wrong", () => {
  let playground: Playground;
  let bot: BareBot;
  beforeEach(async () => {
    playground = await startPlayground();
    bot = await startBareBot(playground);
  });
  afterEach(() => playground.close());

  const ask = () =>
    bot.receive({
      as: playground.person("Member").id,
      in: playground.place("help").id,
      type: "command",
      command: "ask",
      options: {},
    });
  const reply = { type: 4, data: { content: "hello" } };

  it("callbacks that fail, and can be tried again", async () => {
    playground.faults.failCallbacks(1);
    const exchange = ask();
    expect((await bot.respond(exchange, reply)).status).toBe(503);
    expect((await bot.respond(exchange, reply)).status).toBe(200);
  });

  it("callbacks that take effect though they seem to fail", async () => {
    playground.faults.failCallbacks(1, { status: 502, applied: true });
    const exchange = ask();
    expect((await bot.respond(exchange, reply)).status).toBe(502);
    expect(await bot.respond(exchange, reply)).toMatchObject({ body: { code: 40060 } });
    expect(playground.drive.exchange(exchange.id).message?.message.content).toBe("hello");
  });

  it("rate limits of one route, and of all", async () => {
    playground.faults.rateLimit(1, 0.5, { route: /callback/ });
    expect((await bot.request("GET", "/users/@me")).status).toBe(200);
    const limited = await bot.respond(ask(), reply);
    expect(limited).toMatchObject({ status: 429, body: { retry_after: 0.5, global: false } });
    expect(limited.headers.get("retry-after")).toBe("0.5");

    playground.faults.rateLimit(1, 2, { global: true });
    const everywhere = await bot.request("GET", "/users/@me");
    expect(everywhere).toMatchObject({ status: 429, body: { retry_after: 2, global: true } });
    expect(everywhere.headers.get("x-ratelimit-global")).toBe("true");
  });

  it("a token that is refused", async () => {
    playground.faults.refuseToken(true);
    expect((await bot.request("GET", "/gateway/bot")).status).toBe(401);
    playground.faults.refuseToken(false);
    expect((await bot.request("GET", "/gateway/bot")).status).toBe(200);
  });

  it("answers that are slow", async () => {
    playground.faults.delayResponses(2_000, /callback/);
    const answer = bot.respond(ask(), reply);
    const first = await Promise.race([answer, sleep(200, "still waiting")]);
    expect(first).toBe("still waiting");
    expect((await answer).status).toBe(200);
  });

  it("nobody there", async () => {
    playground.faults.refuseConnections(true);
    await expect(bot.request("GET", "/gateway/bot")).rejects.toThrow();
    playground.faults.refuseConnections(false);
    expect((await bot.request("GET", "/gateway/bot")).status).toBe(200);
  });

  it("interactions that arrive twice, or late", async () => {
    const socket = new WebSocket(
      `${playground.url.replace("http", "ws")}gateway?v=10&encoding=json`,
    );
    const interactions: string[] = [];
    socket.on("message", (frame) => {
      const { t, d } = JSON.parse(String(frame));
      if (t === "INTERACTION_CREATE") interactions.push(d.id);
    });
    await once(socket, "message");
    socket.send(JSON.stringify({ op: 2, d: { token: playground.token, intents: 0 } }));
    await once(socket, "message");

    playground.faults.deliverTwice(1);
    const doubled = ask();
    playground.faults.deliverLate(150, 1);
    const late = ask();
    const onTime = ask();
    while (interactions.length < 4) await once(socket, "message");
    expect(interactions).toEqual([doubled.id, doubled.id, onTime.id, late.id]);
  });
});
