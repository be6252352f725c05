import { once } from "node:events";
import { createServer, type IncomingMessage, request, type Server } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { filesOf } from "../support/curating-bot.ts";
import { current, startTestBot, type TestBot } from "../support/running-bot.ts";

/** 4 Mbit/s: an upload of all facts takes longer than a first response may. */
const BYTES_A_SECOND = 500_000;

let bot: TestBot;
let uplink: Server;
beforeEach(async () => {
  bot = await startTestBot();
  const api = new URL(bot.playground.apiUrl);
  uplink = createServer((sent, answered) => {
    const { url: path, method } = sent;
    const headers = { ...sent.headers, host: api.host };
    const onward = request({ host: api.hostname, port: api.port, path, method, headers });
    onward.on("error", () => answered.destroy());
    onward.on("response", (response) => {
      answered.writeHead(response.statusCode ?? 500, response.headers);
      response.pipe(answered);
    });
    trickle(sent, (part) => onward.write(part)).then(
      () => onward.end(),
      () => onward.destroy(),
    );
  });
  uplink.listen(0, "127.0.0.1");
  await once(uplink, "listening");
  const address = uplink.address();
  const port = typeof address === "object" ? address?.port : "";
  await bot.restart({ DISCORD_API_URL: `http://127.0.0.1:${port}${api.pathname}` });
});
afterEach(async () => {
  await bot.stop();
  uplink.closeAllConnections();
  await new Promise((resolve) => uplink.close(resolve));
});

async function trickle(sent: IncomingMessage, pass: (part: Buffer) => void): Promise<void> {
  for await (const part of sent) {
    pass(part);
    await sleep((part.length / BYTES_A_SECOND) * 1_000);
  }
}

it("a file that takes longer than a first response may is deferred, uploaded whole, and private", async () => {
  const moderator = bot.person("Moderator");
  const asked = await moderator.command("facts", {}, "export");
  expect(asked.outcome).toBe("deferred");
  const { message } = await bot.playground.drive.settled(asked.id);
  const shown = current(bot, message);
  expect(shown?.onlyFor).toBe(moderator.id);
  expect(shown?.message.content).toMatch(/^\d+ facts:/);
  const [text = ""] = (await filesOf(shown)).values();
  expect(JSON.parse(text).facts.length).toBeGreaterThan(600);
  expect(bot.playground.violations()).toEqual([]);
  expect(bot.log.filter((line) => /"level":(?:50|60)/.test(line))).toEqual([]);
});
