import { afterEach, expect, it } from "vitest";
import { type CuratingBot, contentOf, startCuratingBot } from "../support/curating-bot.ts";

/** A server of the default world in which the bot is not installed. */
const WITHOUT_BOT = "1100000000000000300";
const ELSEWHERE = "1100000000000000200";

let bot: CuratingBot;
afterEach(() => bot.stop());

/** The servers that have /facts, with the version that Discord gave it. */
const registered = () =>
  bot.playground.drive
    .state()
    .commands.filter(({ name }) => name === "facts")
    .map(({ guild_id, version }) => [guild_id, version]);

it("warns of a curating server that refuses the commands, and serves the others", async () => {
  bot = await startCuratingBot();
  const servers = `${WITHOUT_BOT},${bot.playground.guildId}`;
  await bot.restart({ CURATOR_GUILD_IDS: servers });
  const warnings = bot.log.filter((line) => line.includes("commands not registered"));
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toContain(WITHOUT_BOT);
  expect(contentOf(await bot.person("Moderator").command("facts", {}, "queue"))).toContain("empty");
});

it("registers nothing anew at a start that finds everything as it should be", async () => {
  bot = await startCuratingBot();
  const before = registered();
  await bot.restart();
  expect(registered()).toEqual(before);
  const puts = bot.playground
    .requests()
    .filter(({ method, path }) => method === "PUT" && path.endsWith("/commands"));
  expect(puts).toHaveLength(2);
});

it("remembers across restarts which server is to lose the commands, until it has", async () => {
  bot = await startCuratingBot();
  const both = `${bot.playground.guildId},${ELSEWHERE}`;
  await bot.restart({ CURATOR_GUILD_IDS: both });
  expect(registered().map(([guild]) => guild)).toEqual([bot.playground.guildId, ELSEWHERE]);
  // As often as discord.js tries one request: then the bot gives up for now.
  bot.playground.faults.failRequests(new RegExp(`/guilds/${ELSEWHERE}/commands`), 4);
  await bot.restart();
  expect(registered()).toHaveLength(2);
  await bot.restart();
  expect(registered().map(([guild]) => guild)).toEqual([bot.playground.guildId]);
});
