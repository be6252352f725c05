import fc from "fast-check";
import { expect, it } from "vitest";
import { createCommands } from "../../commands/index.ts";
import { factChoice, factMenu } from "../../src/discord/components.ts";
import { embedOf } from "../../src/discord/fact-embed.ts";
import { FACT_LIMITS, type Fact } from "../../src/knowledge/fact.ts";
import { createKnowledgeBase } from "../../src/knowledge/knowledge-base.ts";
import { parseFact } from "../../src/knowledge/parse-fact.ts";
import { createFactIndex } from "../../src/knowledge/search/create-fact-index.ts";
import { arbitraryFact } from "../support/arbitrary-fact.ts";
import { commandDeps } from "../support/command-deps.ts";
import { fact } from "../support/facts.ts";

function baseOf(facts: readonly Fact[]) {
  const topics = [{ id: "history", title: "History", description: "What happened." }];
  const shipped = { facts, topics, releases: [] };
  return createKnowledgeBase({
    shipped,
    local: new Map(),
    createIndex: createFactIndex,
    floor: 0.5,
  });
}

/** The largest that each part can be: as much of it as the parser lets through together. */
const LARGEST = fact({
  title: "W".repeat(FACT_LIMITS.titleMax),
  body: "w".repeat(FACT_LIMITS.bodyMax),
  status: "superseded",
  supersededBy: "other",
  since: "6.1",
  until: "6.10",
  sources: Array.from({ length: FACT_LIMITS.sources }, (_, at) => ({
    title: "*".repeat(20),
    url: `https://docs.kernel.org/${at}${"x".repeat(FACT_LIMITS.sourceUrlMax - 25)}`,
    kind: "documentation" as const,
  })),
});

function expectToFit(shown: Fact, others: readonly Fact[] = []): void {
  const embed = embedOf(baseOf([shown, ...others]), shown);
  const { title = "", description = "", footer } = embed;
  expect(title.length).toBeLessThanOrEqual(256);
  expect(description.length).toBeLessThanOrEqual(4_096);
  expect(title.length + description.length + (footer?.text.length ?? 0)).toBeLessThanOrEqual(6_000);
  expect((description.match(/```/g) ?? []).length % 2).toBe(0);
}

it("shows the largest fact whole, within an embed", () => {
  const other = fact({ id: "other", title: "*".repeat(FACT_LIMITS.titleMax) });
  expect(parseFact(LARGEST, "largest").problems).toEqual([]);
  expectToFit(LARGEST, [other]);
  expect(embedOf(baseOf([LARGEST]), LARGEST).description).toContain(LARGEST.body);
});

it("refuses a fact whose body and sources do not fit together", () => {
  const sources = LARGEST.sources.map((source) => ({ ...source, title: "*".repeat(80) }));
  expect(parseFact({ ...LARGEST, sources }, "too large").problems).toMatchObject([
    { field: "sources" },
  ]);
});

it("fits every fact that the parser lets through into an embed, a choice and a menu", () => {
  fc.assert(
    fc.property(arbitraryFact, (shown) => {
      expectToFit(shown);
      const choice = factChoice(shown);
      expect(choice.name.length).toBeLessThanOrEqual(100);
      expect(choice.value.length).toBeLessThanOrEqual(100);
      const [option] = factMenu("a:b", "c", [shown]).options;
      expect(option?.label.length).toBeLessThanOrEqual(100);
      expect(option?.description?.length).toBeLessThanOrEqual(100);
      expect(option?.description).not.toBe("");
    }),
    { numRuns: 300 },
  );
});

it("never answers a question with a message that pings or is cut inside a grapheme", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "grapheme", maxLength: 1_000 }), async (question) => {
      const command = createCommands(commandDeps()).find(({ key }) => key === "ask");
      if (!command) throw new Error("there is no /ask");
      const response = await command.execute({
        userId: "1",
        userName: "n",
        channelId: "2",
        inBotDm: false,
        roleIds: [],
        can: () => false,
        options: {
          getString: () => question,
          findString: () => question,
          findBoolean: () => undefined,
          findUser: () => undefined,
          findAttachment: () => undefined,
        },
      });
      expect(response.type).toBe("reply");
      if (response.type !== "reply") return;
      expect(response.mention).toBeUndefined();
      expect(response.message.content?.length).toBeLessThanOrEqual(2_000);
      expect(response.message.content?.isWellFormed()).toBe(true);
      expect(response.message.content).not.toMatch(/(?<!\\)[@<]/);
    }),
  );
});
