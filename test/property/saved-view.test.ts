import type { APIEmbed } from "discord.js";
import fc from "fast-check";
import { expect, it } from "vitest";
import { savedView } from "../../commands/facts/saved-view.ts";
import type { Fact } from "../../src/knowledge/fact.ts";
import type { Revision } from "../../src/knowledge/fact-store.ts";
import { arbitraryFact } from "../support/arbitrary-fact.ts";
import { commandDeps } from "../support/command-deps.ts";
import { fact } from "../support/facts.ts";

function revision(before: Fact | null, after: Fact | null, number = 1): Revision {
  const id = (after ?? before)?.id ?? "none";
  const about = { kind: "edit", by: { name: "Moderator" }, why: "" } as const;
  return { ...about, id, number, change: "c", at: "2026-11-22", before, after, base: null };
}

function lengthOf({ title = "", description = "", footer }: APIEmbed): number {
  return title.length + description.length + (footer?.text.length ?? 0);
}

it("shows every change of every fact within Discord's limits, as a block or as a file", () => {
  const sides = fc.tuple(fc.option(arbitraryFact), fc.option(arbitraryFact));
  fc.assert(
    fc.property(sides, ([before, other]) => {
      const after = other && before ? { ...other, id: before.id } : other;
      if (!before && !after) return;
      const knowledge = { facts: after ? [after] : [], topics: [], releases: [] };
      const { base } = commandDeps(knowledge);
      const made = revision(before, after);
      const saved = { revisions: [made], merged: true };
      const told = { factId: made.id, headline: "Saved" };
      const { content = "", embeds = [], files = [] } = savedView(base, saved, told);
      expect(content.length).toBeLessThanOrEqual(2_000);
      expect(embeds.reduce((sum, embed) => sum + lengthOf(embed), 0)).toBeLessThanOrEqual(6_000);
      for (const { title = "", description = "" } of embeds) {
        expect(title.length).toBeLessThanOrEqual(256);
        expect(description.length).toBeLessThanOrEqual(4_096);
      }
      const [diff] = embeds.filter(({ title }) => title === "What changed");
      expect(files.length + (diff ? 1 : 0)).toBe(1);
      // Exactly the block's own fences: nothing in the text ends it early.
      if (diff) expect(diff.description?.match(/```/g)).toHaveLength(2);
    }),
  );
});

it("tells a change of many facts by their number, with some of their ids and how many more there are", () => {
  const { base } = commandDeps();
  const revisions = Array.from({ length: 1_500 }, (_, at) =>
    revision(null, fact({ id: `many-${at}`.padEnd(64, "x") })),
  );
  const told = { factId: "many-0", headline: "Imported", asMany: true };
  const { content = "" } = savedView(base, { revisions, merged: false }, told);
  expect(content).toMatch(/^Imported 1,500 facts: `many-0x*`, .* and 1,480 more\.$/);
  expect(content.length).toBeLessThanOrEqual(2_000);
});

it("says how many facts changed with one where they are too many to list", () => {
  const revisions = Array.from({ length: 30 }, (_, at) =>
    revision(null, fact({ id: `many-${at}` })),
  );
  const told = { factId: "many-0", headline: "Removed" };
  const { content } = savedView(commandDeps().base, { revisions, merged: false }, told);
  expect(content).toMatch(/^Removed `many-0`: revision 1\.\nChanged with it: .* and 9 more\.$/);
});
