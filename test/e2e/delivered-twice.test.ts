import { describe, expect, it } from "vitest";
import { contentOf, embedsOf, send, useCuratingBot } from "../support/curating-bot.ts";

const bot = useCuratingBot();

const dropped = () => bot.log.some((line) => line.includes("delivered twice"));

describe("an interaction that Discord delivers twice is handled once", () => {
  it("so that a question without an answer counts once", async () => {
    bot.playground.faults.deliverTwice(1);
    await bot.person("Member").command("ask", { question: "What is a Frobnicator?" });
    await expect.poll(dropped).toBe(true);
    const gaps = await bot.person("Moderator").command("facts", {}, "gaps");
    expect(embedsOf(gaps.message)).toContain("asked 1 time");
  });

  it("so that a suggestion is taken once, and its author thanked", async () => {
    const member = bot.person("Member");
    const opened = await member.command("suggest");
    bot.playground.faults.deliverTwice(1);
    const sent = await send(member, opened, { text: "Say what a mutex is." });
    await expect.poll(dropped).toBe(true);
    expect(contentOf(sent)).not.toContain("too fast");
    expect(contentOf(sent)).toMatch(/^Thank you/);
    const queue = await bot.person("Moderator").command("facts", {}, "queue");
    expect(contentOf(queue)).toContain("1 item in the queue");
  });
});
