import { afterEach, describe, expect, it } from "vitest";
import type { Faults } from "../../src/playground/faults.ts";
import type { Exchange } from "../../src/playground/protocol.ts";
import { startTestBot, type TestBot } from "../support/running-bot.ts";

let bot: TestBot;
afterEach(() => bot.stop());

const SECRET = "lasagna";
const QUESTION = { question: `my private ${SECRET} question about zebras` };

/** What Discord may do to the answer of `/ask`, and what the log says then. */
const FAILURES: readonly (readonly [string, (faults: Faults) => void, string])[] = [
  ["too late to be taken", (faults) => faults.deliverLate(3_300, 1), "answer dropped"],
  ["rate limited", (faults) => faults.rateLimit(1, 30, { route: /callback/ }), "answer dropped"],
  ["refused", (faults) => faults.failCallbacks(2, { status: 400 }), "answer failed"],
  [
    "met by a failing server",
    (faults) => faults.failCallbacks(9, { status: 500 }),
    "answer failed",
  ],
];

describe("the log keeps neither what was typed nor an interaction's token", () => {
  it.each(FAILURES)("of an answer that is %s", async (_, fail, told) => {
    bot = await startTestBot({ settings: { LOG_LEVEL: "trace" } });
    fail(bot.playground.faults);
    const asked = await bot.person("Member").command("ask", QUESTION);
    await expect.poll(() => logged(told), { timeout: 10_000 }).toBe(true);
    expectDiscretion(asked);
  });

  it("of a suggestion that could not be sent to the curators' channel", async () => {
    bot = await startTestBot({ settings: { CURATOR_CHANNEL_ID: "1100000000000000999" } });
    const member = bot.person("Member");
    const opened = await member.command("suggest");
    const sent = await member.submit(opened, { text: QUESTION.question, link: "" });
    await expect.poll(() => logged("curators' channel not told")).toBe(true);
    expectDiscretion(sent);
  });
});

function logged(message: string): boolean {
  return bot.log.some((line) => line.includes(message));
}

function expectDiscretion({ interaction }: Exchange): void {
  expect(bot.log.filter((line) => line.includes(SECRET))).toEqual([]);
  expect(bot.log.filter((line) => line.includes(interaction.token))).toEqual([]);
}
