import { afterEach, describe, expect, it } from "vitest";
import { startTestBot, type TestBot } from "../support/running-bot.ts";

let bot: TestBot;
afterEach(() => bot.stop());

const QUESTION = { question: "when was rust merged into the kernel" };
const failures = () => bot.log.filter((line) => /"level":(?:50|60)/.test(line));

describe("the gateway", () => {
  it("is used without any intent", async () => {
    bot = await startTestBot();
    expect(bot.playground.gateway().identifies).toEqual([0]);
  });

  it("is resumed after a dropped socket, and what happened meanwhile is answered", async () => {
    bot = await startTestBot();
    const member = bot.person("Member");
    bot.playground.faults.dropGateway({ resumable: true });
    const { outcome } = await member.command("ask", QUESTION);
    expect(outcome).toBe("message");
    expect(bot.playground.gateway()).toMatchObject({ resumes: 1, identifies: [0] });
  });

  it("is joined anew when the session is gone", async () => {
    bot = await startTestBot();
    bot.playground.faults.dropGateway({ resumable: false });
    await expect
      .poll(() => bot.playground.gateway().identifies.length, { timeout: 20_000 })
      .toBe(2);
    await expect.poll(() => bot.playground.gateway().online).toBe(true);
    const { outcome } = await bot.person("Member").command("ask", QUESTION);
    expect(outcome).toBe("message");
  });

  it("is rejoined when Discord asks for it", async () => {
    bot = await startTestBot();
    bot.playground.faults.askToReconnect();
    await expect.poll(() => bot.playground.gateway().resumes, { timeout: 20_000 }).toBe(1);
    const { outcome } = await bot.person("Member").command("ask", QUESTION);
    expect(outcome).toBe("message");
  });
});

describe("an interaction", () => {
  it("is answered although Discord fails twice to take the answer", async () => {
    bot = await startTestBot();
    bot.playground.faults.failCallbacks(2, { status: 502 });
    const { outcome } = await bot.person("Member").command("ask", QUESTION);
    expect(outcome).toBe("message");
  });

  it("is not answered twice when Discord took the answer and failed to say so", async () => {
    bot = await startTestBot();
    bot.playground.faults.failCallbacks(1, { status: 503, applied: true });
    const { id, message } = await bot.person("Member").command("ask", QUESTION);
    const { requests } = await bot.playground.drive.settled(id);
    expect(message?.message.embeds).toHaveLength(1);
    expect(
      requests.filter(({ path, method }) => method === "POST" && path.includes("/webhooks/")),
    ).toEqual([]);
    expect(failures()).toEqual([]);
  });

  it("is answered once when it is delivered twice", async () => {
    bot = await startTestBot();
    bot.playground.faults.deliverTwice(1);
    const { id } = await bot.person("Member").command("fact", { name: "rust-merged-6-1" });
    const { requests } = await bot.playground.drive.settled(id);
    const taken = requests.filter(({ status }) => status < 300);
    expect(taken).toHaveLength(1);
    expect(failures()).toEqual([]);
  });

  it("that comes too late is dropped without a failure", async () => {
    bot = await startTestBot();
    bot.playground.faults.deliverLate(3_300, 1);
    const { outcome, id } = await bot.person("Member").command("ask", QUESTION);
    expect(outcome).toBe("expired");
    await expect.poll(() => bot.log.some((line) => line.includes("answer dropped"))).toBe(true);
    await bot.playground.drive.settled(id);
    expect(failures()).toEqual([]);
  });

  it("is dropped, not queued, when its answer is rate limited, and the next one is answered", async () => {
    bot = await startTestBot();
    const member = bot.person("Member");
    bot.playground.faults.rateLimit(1, 30, { route: /callback/ });
    const { outcome } = await member.command("ask", QUESTION);
    expect(outcome).toBe("expired");
    expect((await member.command("ask", QUESTION)).outcome).toBe("message");
    expect(failures()).toEqual([]);
  });
});

describe("a burst", () => {
  it("of 50 keystrokes at once gets 50 answers", async () => {
    bot = await startTestBot();
    const member = bot.person("Member");
    const typed = "when was rust merged into the linux kernel and by whom did it happen".slice(
      0,
      50,
    );
    const keystrokes = Array.from(typed, (_, at) =>
      member.complete("fact", "name", typed.slice(0, at + 1)),
    );
    const outcomes = (await Promise.all(keystrokes)).map(({ outcome }) => outcome);
    expect(outcomes).toEqual(Array.from(typed, () => "choices"));
    expect(bot.playground.violations()).toEqual([]);
  });
});

describe("stopping", () => {
  it("answers what is under way first", async () => {
    bot = await startTestBot();
    bot.playground.faults.delayResponses(300, /callback/);
    const asked = bot.person("Member").command("ask", QUESTION);
    const underWay = () => bot.playground.requests().some(({ path }) => path.includes("callback"));
    await expect.poll(underWay, { interval: 5 }).toBe(true);
    await bot.restart();
    expect((await asked).outcome).toBe("message");
  });
});
