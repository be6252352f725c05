import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Playground, startPlayground } from "../../../src/playground/start-playground.ts";
import { DEFAULT_WORLD } from "../../../src/playground/world/default-world.ts";
import { type BareBot, startBareBot } from "../../support/bare-bot.ts";

describe("the stand-in's REST API", () => {
  let playground: Playground;
  let bot: BareBot;
  beforeAll(async () => {
    const people = DEFAULT_WORLD.people.map((person) =>
      person.name === "Curator" ? { ...person, refusesDms: true } : person,
    );
    playground = await startPlayground({ world: { ...DEFAULT_WORLD, people } });
    bot = await startBareBot(playground);
  });
  afterAll(async () => {
    await bot.close();
    await playground.close();
  });

  const commands = (guild?: string) =>
    `/applications/${playground.applicationId}${guild ? `/guilds/${guild}` : ""}/commands`;
  const guildOf = (place: string) => playground.place(place).guild?.id ?? "";
  const messagesIn = (place: string, guild?: string) =>
    `/channels/${playground.place(place, guild).id}/messages`;

  it("asks for the bot's token", async () => {
    for (const authorization of [undefined, "Bot wrong", playground.token]) {
      const response = await fetch(`${playground.apiUrl}/v10/users/@me`, {
        headers: { ...(authorization && { authorization }) },
      });
      expect(response.status).toBe(401);
      expect(await response.json()).toEqual({ code: 0, message: "401: Unauthorized" });
    }
    expect((await bot.request("GET", "/users/@me")).body).toMatchObject({ bot: true });
  });

  it("says where the gateway is, and whose application this is", async () => {
    expect((await bot.request("GET", "/gateway/bot")).body).toMatchObject({
      url: expect.stringMatching(/^ws:\/\/127\.0\.0\.1:\d+\/gateway$/),
      shards: 1,
      session_start_limit: { max_concurrency: 1 },
    });
    expect((await bot.request("GET", "/applications/@me")).body).toMatchObject({
      id: playground.applicationId,
    });
  });

  it("answers with a rate limit's headers, and knows no other version", async () => {
    const { headers } = await bot.request("GET", "/users/@me");
    expect(headers.get("x-ratelimit-bucket")).toBeTruthy();
    expect(headers.get("x-ratelimit-remaining")).toBeTruthy();
    expect((await bot.request("GET", "/nothing")).status).toBe(404);
    expect((await fetch(`${playground.apiUrl}/v9/gateway`)).status).toBe(404);
  });

  it("says which part of which command breaks a rule", async () => {
    const list = [
      { name: "fine", description: "Fine" },
      { name: "wrong", description: "Wrong", options: [{ type: 3, name: "No", description: "N" }] },
      { name: "fine", description: "Again" },
    ];
    expect(await bot.request("PUT", commands(playground.guildId), list)).toMatchObject({
      status: 400,
      body: {
        code: 50035,
        errors: {
          "1": { options: { "0": { name: { _errors: [{ code: expect.any(String) }] } } } },
          "2": { _errors: [{ code: "APPLICATION_COMMANDS_DUPLICATE_NAME" }] },
        },
      },
    });
    expect((await bot.request("GET", commands(playground.guildId))).body).toEqual([]);
  });

  it("gives a changed command another version and the same id", async () => {
    const put = (description: string) =>
      bot.request("PUT", commands(playground.guildId), [{ name: "facts", description }]);
    const [first, same, other] = [await put("One"), await put("One"), await put("Two")];
    expect(same.body).toEqual(first.body);
    const [was, is] = [
      JSON.parse(JSON.stringify(first.body)),
      JSON.parse(JSON.stringify(other.body)),
    ];
    expect(is[0].id).toBe(was[0].id);
    expect(is[0].version).not.toBe(was[0].version);
  });

  it("creates, changes and deletes one command", async () => {
    const path = commands(guildOf("lobby"));
    const body = { name: "one", description: "One" };
    const created = await bot.request("POST", path, body);
    expect(created.status).toBe(201);
    expect((await bot.request("POST", path, body)).status).toBe(200);
    const one = `${path}/${JSON.parse(JSON.stringify(created.body)).id}`;
    expect((await bot.request("PATCH", one, { description: "Other" })).body).toMatchObject({
      name: "one",
      description: "Other",
    });
    expect((await bot.request("PATCH", one, { name: "Not lower" })).status).toBe(400);
    expect((await bot.request("DELETE", one)).status).toBe(204);
    expect(await bot.request("GET", one)).toMatchObject({ status: 404, body: { code: 10063 } });
  });

  it("leaves translations out of lists unless they are asked for", async () => {
    const german = { de: "frage" };
    const path = commands(guildOf("lobby"));
    await bot.request("PUT", path, [
      { name: "ask", description: "Asks", name_localizations: german },
    ]);
    const [short, full] = [
      await bot.request("GET", path),
      await bot.request("GET", `${path}?with_localizations=true`),
    ];
    expect(JSON.stringify(short.body)).not.toContain("frage");
    expect(full.body).toMatchObject([{ name_localizations: german }]);
  });

  it("refuses commands for a server where the bot is not, and for another application", async () => {
    const refused = { status: 403, body: { code: 50001 } };
    expect(await bot.request("PUT", commands(guildOf("open")), [])).toMatchObject(refused);
    expect(await bot.request("GET", commands("1"))).toMatchObject(refused);
    expect(await bot.request("GET", "/applications/1/commands")).toMatchObject(refused);
  });

  it("posts in channels where the bot may, and nowhere else", async () => {
    const post = (path: string) => bot.request("POST", path, { content: "hello" });
    const posted = await post(messagesIn("moderators"));
    expect(posted).toMatchObject({ status: 200, body: { content: "hello", type: 0 } });
    expect(await post(messagesIn("announcements"))).toMatchObject({
      status: 403,
      body: { code: 50013 },
    });
    expect(await post(messagesIn("open"))).toMatchObject({ status: 403, body: { code: 50001 } });
    expect(await post("/channels/1/messages")).toMatchObject({
      status: 404,
      body: { code: 10003 },
    });
    const own = `${messagesIn("moderators")}/${JSON.parse(JSON.stringify(posted.body)).id}`;
    expect((await bot.request("PATCH", own, { content: "changed" })).status).toBe(200);
    expect((await bot.request("GET", own)).body).toMatchObject({ content: "changed" });
    expect((await bot.request("DELETE", own)).status).toBe(204);
  });

  it("neither changes nor deletes what people said", async () => {
    const said = playground.drive.state().messages[0]?.message;
    const path = `/channels/${said?.channel_id}/messages/${said?.id}`;
    expect(await bot.request("PATCH", path, { content: "x" })).toMatchObject({
      status: 403,
      body: { code: 50005 },
    });
    expect(await bot.request("DELETE", path)).toMatchObject({ status: 403, body: { code: 50013 } });
  });

  it("does not reach private answers through their channel", async () => {
    const asked = bot.receive({
      as: playground.person("Member").id,
      in: playground.place("help").id,
      type: "command",
      command: "ask",
      options: {},
    });
    await bot.respond(asked, { type: 4, data: { content: "psst", flags: 64 } });
    const id = playground.drive.exchange(asked.id).message?.message.id;
    expect(await bot.request("GET", `${messagesIn("help")}/${id}`)).toMatchObject({
      status: 404,
      body: { code: 10008 },
    });
  });

  it("opens direct messages, which some people do not take", async () => {
    const open = async (name: string) => {
      const recipient_id = playground.person(name).id;
      const { body } = await bot.request("POST", "/users/@me/channels", { recipient_id });
      return JSON.parse(JSON.stringify(body)).id;
    };
    const post = (channel: string) =>
      bot.request("POST", `/channels/${channel}/messages`, { content: "about your suggestion" });
    const dm = await open("Newcomer");
    expect(dm).toBe(playground.place("Newcomer").id);
    expect((await post(dm)).status).toBe(200);
    expect(await post(await open("Curator"))).toMatchObject({ status: 403, body: { code: 50007 } });
  });
});
