import { cp, mkdir, mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { type Playground, startPlayground } from "../../src/playground/start-playground.ts";
import { type BotProcess, cleanUp, startBotProcess } from "../support/bot-process.ts";

let bot: BotProcess | undefined;
let playground: Playground | undefined;
afterEach(async () => {
  if (bot) await cleanUp(bot);
  await playground?.close();
  bot = undefined;
  playground = undefined;
});

const start = async (settings: Record<string, string>, dir?: string) => {
  bot = await startBotProcess({ settings, ...(dir ? { dir } : {}) });
  return bot;
};

describe("a start without settings", () => {
  it("says in three lines what is running, with how many facts, and where", async () => {
    const { written, output } = await start({});
    await written("open the playground");
    const lines = output().trim().split("\n");
    expect(lines).toHaveLength(3);
    const [facts, ready, address] = lines.map((line): Record<string, unknown> => JSON.parse(line));
    expect(facts?.facts).toBeGreaterThan(600);
    expect(ready).toMatchObject({ msg: "bot ready" });
    const page = await fetch(String(address?.url));
    expect(page.headers.get("content-type")).toMatch(/html/);
  });

  it("writes into DATA_DIR and nowhere else", async () => {
    const { written, dir } = await start({ DATA_DIR: "kept" });
    await written("open the playground");
    expect(await readdir(dir)).toEqual(["kept"]);
    expect(await readdir(join(dir, "kept"))).toEqual(["playground"]);
  });

  it("says where the playground is, however little is logged", async () => {
    const { written, output } = await start({ LOG_LEVEL: "silent" });
    await written("\n");
    const [url] = /http:\S+/.exec(output()) ?? [];
    expect((await fetch(String(url))).status).toBe(200);
    expect(output().trim().split("\n")).toHaveLength(1);
  });

  it.each(["SIGTERM", "SIGINT", "SIGHUP"] as const)("ends with 0 on %s", async (signal) => {
    const { written, child, ended } = await start({});
    await written("open the playground");
    child.kill(signal);
    expect(await ended()).toBe(0);
  });
});

describe("a start that cannot be ends with one clear message", () => {
  it("for wrong settings, naming each", async () => {
    const { ended, output } = await start({ STALE_AFTER_DAYS: "soon", LOG_LEVEL: "loud" });
    expect(await ended()).toBe(2);
    expect(output()).toMatch(/^The settings are wrong:\n- STALE_AFTER_DAYS .*\n- LOG_LEVEL .*\n$/);
  });

  it("for plain http to another machine, where the token would go", async () => {
    const { ended, output } = await start({ DISCORD_API_URL: "http://192.0.2.1/api" });
    expect(await ended()).toBe(2);
    expect(output()).toMatch(/DISCORD_API_URL must be https/);
  });

  it("for facts that are not there", async () => {
    const { ended, output } = await start({ FACTS_DIR: "no-such-folder" });
    expect(await ended()).toBe(1);
    expect(output()).toMatch(/no-such-folder.*FACTS_DIR[\s\S]*topics\.json: does not exist/);
  });

  it("for a wrong fact file, naming file, fact and field, and for JSON that is none", async () => {
    const dir = await mkdtemp(join(tmpdir(), "facts-process-"));
    const facts = join(dir, "data");
    await cp("data", facts, { recursive: true });
    const history: Record<string, unknown>[] = JSON.parse(
      await readFile(join(facts, "facts/history.json"), "utf8"),
    );
    const [first] = history;
    await writeFile(join(facts, "facts/history.json"), JSON.stringify([{ ...first, title: "" }]));
    await writeFile(join(facts, "facts/sync.json"), "[{");
    const { ended, output } = await start({ FACTS_DIR: facts }, dir);
    expect(await ended()).toBe(1);
    expect(output()).toContain(`facts/history.json: ${first?.id}: title: `);
    expect(output()).toMatch(/sync\.json: is not valid JSON/);
  });

  it("for a port that is taken", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => taken.once("listening", resolve));
    const address = taken.address();
    const port = typeof address === "object" ? String(address?.port) : "";
    const { ended, output } = await start({ PLAYGROUND_PORT: port });
    expect(await ended()).toBe(1);
    expect(output().trim().split("\n")).toHaveLength(1);
    expect(output()).toContain(port);
    taken.close();
  });

  it("for a token that Discord does not take, without showing it", async () => {
    playground = await startPlayground();
    playground.faults.refuseToken(true);
    const { ended, output } = await start({
      DISCORD_TOKEN: playground.token,
      DISCORD_API_URL: playground.apiUrl,
      CURATOR_GUILD_IDS: playground.guildId,
    });
    expect(await ended()).toBe(1);
    expect(output()).toMatch(/does not accept DISCORD_TOKEN/);
    expect(output()).not.toContain(playground.token);
  });

  it("for a data folder that cannot be written", async () => {
    const dir = await mkdtemp(join(tmpdir(), "facts-process-"));
    await writeFile(join(dir, "kept"), "a file where a folder should be");
    const { ended, output } = await start({ DATA_DIR: "kept" }, dir);
    expect(await ended()).toBe(1);
    expect(output()).toMatch(/The store in kept.*DATA_DIR.* cannot be used/);
    expect(await readFile(join(dir, "kept"), "utf8")).toBe("a file where a folder should be");
  });

  it("for a damaged list of servers, before it shows up at Discord", async () => {
    playground = await startPlayground();
    const dir = await mkdtemp(join(tmpdir(), "facts-process-"));
    await mkdir(join(dir, "var"));
    await writeFile(join(dir, "var", "guilds.json"), "none of ours");
    const settings = {
      DISCORD_TOKEN: playground.token,
      DISCORD_API_URL: playground.apiUrl,
      CURATOR_GUILD_IDS: playground.guildId,
    };
    const { ended, output } = await start(settings, dir);
    expect(await ended()).toBe(1);
    expect(output()).toMatch(/guilds\.json is damaged/);
    expect(playground.requests()).toEqual([]);
    expect(await readdir(join(dir, "var"))).not.toContain("lock");
  });

  it("for a second bot on the same store, which goes on undisturbed", async () => {
    const first = await start({});
    await first.written("open the playground");
    const second = await startBotProcess({ dir: first.dir });
    expect(await second.ended()).toBe(3);
    expect(second.output()).toMatch(/in use by another process/);
    expect(first.child.exitCode).toBeNull();
  });
});

it("waits for a Discord that is out of reach, says so, and is there when it is back", async () => {
  playground = await startPlayground();
  playground.faults.refuseConnections(true);
  const { written } = await start({
    DISCORD_TOKEN: playground.token,
    DISCORD_API_URL: playground.apiUrl,
    CURATOR_GUILD_IDS: playground.guildId,
  });
  await written("discord is out of reach");
  playground.faults.refuseConnections(false);
  await written("bot ready");
});

it("waits while Discord bars its address, which is no word on the token", async () => {
  playground = await startPlayground();
  playground.faults.failRequests(/gateway\/bot/, 1, { status: 403 });
  const { written } = await start({
    DISCORD_TOKEN: playground.token,
    DISCORD_API_URL: playground.apiUrl,
    CURATOR_GUILD_IDS: playground.guildId,
  });
  await written("discord is out of reach");
  await written("bot ready");
});

it("answers what is under way when it is told to stop, and ends with 0", async () => {
  playground = await startPlayground();
  const { written, child, ended, output } = await start({
    DISCORD_TOKEN: playground.token,
    DISCORD_API_URL: playground.apiUrl,
    CURATOR_GUILD_IDS: playground.guildId,
  });
  await written("bot ready");
  playground.faults.delayResponses(400, /callback/);
  const { drive, requests } = playground;
  const asked = drive.act({
    as: playground.person("Member").id,
    in: playground.place("help").id,
    type: "command",
    command: "ask",
    options: { question: "which rustc does 6.18 need" },
  });
  const underWay = () => requests().some(({ path }) => path.includes("callback"));
  await expect.poll(underWay, { interval: 5 }).toBe(true);
  child.kill("SIGTERM");
  expect((await asked).outcome).toBe("message");
  expect(await ended()).toBe(0);
  expect(output()).not.toContain("reconnecting");
});

it("starts again at once after a kill -9, which leaves a lock behind", async () => {
  const first = await start({});
  await first.written("open the playground");
  first.child.kill("SIGKILL");
  await first.ended();
  await mkdir(join(first.dir, "var"), { recursive: true });
  const second = await startBotProcess({ dir: first.dir });
  await second.written("open the playground");
  await cleanUp(second);
});
