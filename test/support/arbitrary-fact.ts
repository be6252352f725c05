import fc from "fast-check";
import { FACT_LIMITS, FACT_STATUSES, type Fact, SOURCE_KINDS } from "../../src/knowledge/fact.ts";
import { parseFact } from "../../src/knowledge/parse-fact.ts";

const slug = fc
  .stringMatching(/^[a-z0-9]{1,9}(?:-[a-z0-9]{1,9}){0,3}$/)
  .filter((id) => id.length >= FACT_LIMITS.idMin);

/** Odd text: astral signs, combining marks, right-to-left, Markdown, mentions, fences. */
const oddText = (max: number) =>
  fc
    .array(
      fc.oneof(
        fc.string({ unit: "grapheme", maxLength: 40 }),
        fc.constantFrom(
          "```",
          "```rust\n",
          "@everyone",
          "<@123456789012345678>",
          "`a`",
          "**",
          "👩‍👩‍👧‍👦",
          "شمس",
          "\u202e",
          "z̸̧̛͙̖",
          "\n",
          "[x](y)",
        ),
        fc.constant("x".repeat(max)),
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join("").slice(0, max));

const line = (max: number) => oddText(max).map((text) => text.replace(/\p{Cc}/gu, " ").trim());

/** Any fact that the parser lets through, up to the largest. */
export const arbitraryFact: fc.Arbitrary<Fact> = fc
  .record(
    {
      id: slug,
      title: line(FACT_LIMITS.titleMax),
      body: oddText(FACT_LIMITS.bodyMax),
      topic: fc.constant("history"),
      aliases: fc.uniqueArray(line(FACT_LIMITS.aliasMax), { maxLength: FACT_LIMITS.aliases }),
      tags: fc.uniqueArray(line(FACT_LIMITS.tagMax), { maxLength: FACT_LIMITS.tags }),
      since: fc.constantFrom("6.1", "6.9"),
      until: fc.constantFrom("6.10", "7.2"),
      status: fc.constantFrom(...FACT_STATUSES),
      supersededBy: slug,
      sources: fc.uniqueArray(
        fc.record({
          title: line(FACT_LIMITS.sourceTitleMax),
          url: fc
            .webPath()
            .map((path) => `https://docs.kernel.org${path}`.slice(0, FACT_LIMITS.sourceUrlMax)),
          kind: fc.constantFrom(...SOURCE_KINDS),
        }),
        { minLength: 1, maxLength: FACT_LIMITS.sources, selector: ({ url }) => url },
      ),
      checked: fc.record({ on: fc.constant("2026-11-22"), against: fc.constant("7.2") }),
      related: fc.uniqueArray(slug, { maxLength: FACT_LIMITS.related }),
      featured: fc.boolean(),
    },
    { requiredKeys: ["id", "title", "body", "topic", "status", "sources", "checked"] },
  )
  .map((data) => {
    if (data.status === "superseded") return { supersededBy: "what-replaced-it", ...data };
    const { supersededBy: _, ...rest } = data;
    return rest;
  })
  .map((data) => parseFact(data, "arbitrary").value)
  .filter((fact) => fact !== undefined);
