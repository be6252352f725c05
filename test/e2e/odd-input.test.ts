import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestBot, type TestBot } from "../support/running-bot.ts";

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot();
});
afterAll(() => bot.stop());

const ODD: readonly (readonly [string, string])[] = [
  ["blank", "   "],
  ["as long as Discord takes", "rust ".repeat(1_200)],
  ["one endless word", "x".repeat(6_000)],
  ["right-to-left", "\u202eمتى تم دمج راست"],
  ["zalgo", `r${"\u0301".repeat(300)}ust`],
  ["emoji", "👩‍👩‍👧‍👦🦀".repeat(60)],
  ["a property of every object", "__proto__"],
  ["another one", "constructor"],
  ["Markdown", "**bold** ```rust\nfn main() {}``` ~~x~~ ||spoiler||"],
  ["everyone", "@everyone @here"],
  ["mentions", "<@1100000000000000011> <@&1100000000000000111> <#1100000000000000101>"],
  ["backticks", "`````` ` ``"],
  ["a link", "[click](https://evil.example) https://evil.example"],
  ["control characters", "a\u0000b\u0007c"],
  ["half a surrogate pair", "a\ud83d b"],
];

describe.each(ODD)("an input that is %s", (_, text) => {
  it.each([
    ["ask", { question: text.slice(0, 1_000) }],
    ["fact", { name: text.slice(0, 200) }],
    ["topics", { topic: text.slice(0, 100) }],
    ["release", { version: text.slice(0, 40) }],
    ["random", { topic: text.slice(0, 100) }],
  ])("is answered by /%s once, validly, without a ping", async (command, options) => {
    const exchange = await bot.person("Member").command(command, options);
    const settled = await bot.playground.drive.settled(exchange.id);
    expect(settled.outcome).toBe("message");
    expect(settled.requests.flatMap(({ violations }) => violations)).toEqual([]);
    expect(settled.requests.filter(({ path }) => path.includes("/callback"))).toHaveLength(1);
    expect(settled.message?.message).toMatchObject({
      mentions: [],
      mention_roles: [],
      mention_everyone: false,
    });
  });

  it("gets choices, or none, from every autocomplete", async () => {
    for (const [command, option] of [
      ["fact", "name"],
      ["topics", "topic"],
      ["release", "version"],
      ["random", "topic"],
    ] as const) {
      const { outcome, requests } = await bot.person("Member").complete(command, option, text);
      expect(outcome).toBe("choices");
      expect(requests.flatMap(({ violations }) => violations)).toEqual([]);
    }
  });
});

it("never logged a failure over any of it", () => {
  expect(bot.log.filter((line) => /"level":(?:50|60)/.test(line))).toEqual([]);
});
