import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import {
  type Playground,
  type PlaygroundOptions,
  startPlayground,
} from "../../../src/playground/start-playground.ts";

const QUERY = "v=10&encoding=json";

/** A connection, and the frames that have come over it. */
function connection(playground: Playground, query = QUERY) {
  const socket = new WebSocket(`${playground.url.replace("http", "ws")}gateway?${query}`);
  const frames: { op: number; t: string | null; s: number | null; d: never }[] = [];
  const waiting: (() => void)[] = [];
  socket.on("message", (frame) => {
    frames.push(JSON.parse(String(frame)));
    for (const wake of waiting.splice(0)) wake();
  });
  return {
    socket,
    send: (op: number, d: unknown) => socket.send(JSON.stringify({ op, d })),
    closed: async () => (await once(socket, "close"))[0],
    async next() {
      while (frames.length === 0) await new Promise<void>((resolve) => waiting.push(resolve));
      return frames.shift();
    },
  };
}

describe("the gateway", () => {
  let playground: Playground;
  const start = async (options: PlaygroundOptions = {}) => {
    playground = await startPlayground(options);
  };
  beforeEach(() => start());
  afterEach(() => playground.close());

  const identified = async () => {
    const it = connection(playground);
    await it.next();
    it.send(2, { token: playground.token, intents: 0 });
    const ready = await it.next();
    return { ...it, ready, session: JSON.parse(JSON.stringify(ready?.d)).session_id };
  };
  const say = () =>
    playground.drive.send(
      {
        as: playground.person("Member").id,
        in: playground.place("help").id,
        type: "component",
        message: playground.drive.state().messages.at(-1)?.message.id ?? "",
        customId: "x",
      },
      { unchecked: true },
    );

  it("greets, and answers IDENTIFY with who the bot is and the servers that it is in", async () => {
    const { ready } = await identified();
    expect(ready).toMatchObject({
      op: 0,
      t: "READY",
      s: 1,
      d: {
        v: 10,
        user: { bot: true },
        guilds: [{ id: playground.guildId, unavailable: true }, { unavailable: true }],
        application: { id: playground.applicationId },
      },
    });
    expect(playground.gateway()).toMatchObject({ online: true, identifies: [0] });
  });

  it.each([
    ["another token", QUERY, { op: 2, d: { token: "wrong", intents: 0 } }, 4004],
    ["another version", "v=9&encoding=json", undefined, 4012],
    ["another encoding", "v=10&encoding=etf", undefined, 4002],
    ["an unknown opcode", QUERY, { op: 99, d: {} }, 4001],
    ["something before it identified", QUERY, { op: 3, d: {} }, 4003],
  ])("closes a connection with %s", async (_what, query, payload, code) => {
    const it = connection(playground, query);
    const closed = it.closed();
    if (payload) {
      await it.next();
      it.send(payload.op, payload.d);
    }
    expect(await closed).toBe(code);
  });

  it("acknowledges heartbeats, and cuts those who send none", async () => {
    await playground.close();
    await start({ heartbeatIntervalMs: 40 });
    const it = connection(playground);
    expect(await it.next()).toMatchObject({ op: 10, d: { heartbeat_interval: 40 } });
    it.send(1, null);
    expect(await it.next()).toMatchObject({ op: 11 });
    expect(await it.closed()).toBe(4009);
  });

  it("replays to a resumed session what it missed, and only that", async () => {
    const first = await identified();
    const before = say();
    expect(await first.next()).toMatchObject({ t: "INTERACTION_CREATE", s: 2 });
    first.socket.terminate();
    await first.closed();
    const missed = say();

    const again = connection(playground);
    await again.next();
    again.send(6, { token: playground.token, session_id: first.session, seq: 2 });
    const replayed = await again.next();
    expect(replayed).toMatchObject({ s: 3, d: { id: missed.id } });
    expect(before.id).not.toBe(missed.id);
    expect(await again.next()).toMatchObject({ t: "RESUMED", s: 4 });
  });

  it("does not know a session that ended normally, or never was", async () => {
    const first = await identified();
    first.socket.close(1000);
    await first.closed();
    const again = connection(playground);
    await again.next();
    again.send(6, { token: playground.token, session_id: first.session, seq: 1 });
    expect(await again.next()).toMatchObject({ op: 9, d: false });
  });

  it("closes a connection that resumes from an event that never was", async () => {
    const first = await identified();
    first.socket.terminate();
    await first.closed();
    const again = connection(playground);
    const closed = again.closed();
    await again.next();
    again.send(6, { token: playground.token, session_id: first.session, seq: 99 });
    expect(await closed).toBe(4007);
  });

  it("lets an interaction expire at once when there is no bot", () => {
    expect(say().outcome).toBe("expired");
  });
});
