import { once } from "node:events";
import { type IncomingHttpHeaders, request } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { isOurOwn } from "../../../src/playground/http/guard.ts";
import { type Playground, startPlayground } from "../../../src/playground/start-playground.ts";

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
}

describe("the playground's door", () => {
  let playground: Playground;
  beforeAll(async () => {
    playground = await startPlayground();
  });
  afterAll(() => playground.close());

  const port = () => Number(new URL(playground.url).port);
  /** `fetch` sets Host and Origin itself: only a plain request can lie. */
  async function ask(
    path: string,
    headers: Record<string, string>,
    method = "GET",
  ): Promise<Answer> {
    const sent = request({ host: "127.0.0.1", port: port(), path, method, headers });
    sent.end();
    const [response] = await once(sent, "response");
    response.resume();
    return { status: response.statusCode, headers: response.headers };
  }
  const host = (name: string) => ({ host: `${name}:${port()}` });
  const PATHS = ["/playground/state", "/", "/api/v10/gateway", "/attachments/1/2/a.txt"];

  it.each(PATHS)("is closed to another name that points here: %s", async (path) => {
    for (const headers of [host("evil.example"), { host: "127.0.0.1" }, host("127.0.0.1.nip.io")]) {
      expect((await ask(path, headers)).status).toBe(403);
    }
  });

  it.each(PATHS)("is closed to pages of another origin: %s", async (path) => {
    for (const origin of ["https://evil.example", "null", `http://localhost:${port()}`]) {
      expect((await ask(path, { ...host("127.0.0.1"), origin })).status).toBe(403);
    }
    const crossSite = { ...host("127.0.0.1"), "sec-fetch-site": "cross-site" };
    expect((await ask(path, crossSite)).status).toBe(403);
  });

  it("is open to somebody who follows a link", async () => {
    const link = {
      ...host("127.0.0.1"),
      "sec-fetch-site": "cross-site",
      "sec-fetch-mode": "navigate",
    };
    expect((await ask("/playground/state", link)).status).toBe(200);
    expect((await ask("/playground/act", link, "POST")).status).toBe(403);
  });

  it("is open to its own page, by either name", async () => {
    for (const name of ["127.0.0.1", "localhost"]) {
      const own = { ...host(name), origin: `http://${name}:${port()}` };
      expect((await ask("/playground/state", own)).status).toBe(200);
      expect((await ask("/playground/state", host(name))).status).toBe(200);
    }
  });

  it("is open to a name in capitals, which hosts do not tell apart", async () => {
    expect((await ask("/playground/state", host("LocalHost"))).status).toBe(200);
  });

  it("is open at the port of plain HTTP, which clients leave out, and there alone", () => {
    const at = (headers: IncomingHttpHeaders, at: number) =>
      isOurOwn({ headers, method: "GET" }, at);
    const own = { host: "127.0.0.1", origin: "http://127.0.0.1" };
    expect(at(own, 80)).toBe(true);
    expect(at({ host: "localhost:80" }, 80)).toBe(true);
    expect(at(own, 8080)).toBe(false);
    expect(at({ host: "evil.example" }, 80)).toBe(false);
    expect(at({ ...own, origin: "http://evil.example" }, 80)).toBe(false);
  });

  it.each([
    ["/%", 400],
    ["/attachments/%E0%A4%A", 400],
    ["//", 404],
    ["http://", 400],
    ["/api/v10/interactions/%/x/callback", 400],
  ])("says that %s is no address, and goes on", async (path, status) => {
    expect((await ask(path, host("127.0.0.1"))).status).toBe(status);
    expect((await ask("/playground/state", host("127.0.0.1"))).status).toBe(200);
  });

  it("keeps what it says to itself, and lets nothing in from outside", async () => {
    const { headers } = await ask("/playground/state", host("127.0.0.1"));
    expect(headers["content-security-policy"]).toContain("default-src 'self'");
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["access-control-allow-origin"]).toBeUndefined();
  });

  it.each(["/playground/events", "/gateway?v=10&encoding=json"])(
    "lets no page of another origin connect: %s",
    async (path) => {
      const refused = new WebSocket(`ws://127.0.0.1:${port()}${path}`, {
        origin: "https://evil.example",
      });
      const [error] = await once(refused, "error");
      expect(error.message).toContain("403");
    },
  );

  it("lets its own page listen to what happens", async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${port()}/playground/events`, {
      origin: `http://127.0.0.1:${port()}`,
    });
    await once(socket, "open");
    const heard = once(socket, "message");
    const said = { as: playground.person("Member").id, in: playground.place("help").id };
    playground.drive.say({ ...said, type: "say", content: "hello" });
    const [frame] = await heard;
    expect(JSON.parse(String(frame))).toMatchObject({
      type: "message",
      shown: { message: { content: "hello" } },
    });
    socket.terminate();
  });

  it("takes only JSON, and only so much of it", async () => {
    const act = (body: string, type = "application/json") =>
      fetch(`${playground.url}playground/act`, {
        method: "POST",
        headers: { "content-type": type },
        body,
      });
    expect((await act("{}", "text/plain")).status).toBe(415);
    expect((await act("{}")).status).toBe(400);
    expect((await act("not json")).status).toBe(400);
    expect((await act(" ".repeat(17 * 1024 * 1024))).status).toBe(413);
  });

  it("says in a sentence why an act is refused", async () => {
    const response = await fetch(`${playground.url}playground/act`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        as: playground.person("Member").id,
        in: playground.place("help").id,
        type: "command",
        command: "nothing",
        options: {},
      }),
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ message: 'There is no command "nothing".' });
  });

  it("listens on this machine alone", async () => {
    const elsewhere = connect({ host: "127.0.0.2", port: port() });
    const [error] = await once(elsewhere, "error");
    expect(error.code).toBe("ECONNREFUSED");
  });

  it("says which port is taken", async () => {
    await expect(startPlayground({ port: port() })).rejects.toThrow(
      `Port ${port()} is already in use`,
    );
  });
});
