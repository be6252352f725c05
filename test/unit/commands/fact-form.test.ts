import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  applyTyped as applyUnread,
  FACT_PARTS,
  factForm,
  typedAfterConflict,
  written,
} from "../../../commands/facts/form/fact-form.ts";
import { parseFact } from "../../../src/knowledge/parse-fact.ts";
import type { Topic } from "../../../src/knowledge/topic.ts";
import { arbitraryFact } from "../../support/arbitrary-fact.ts";
import { fact } from "../../support/facts.ts";

const applyTyped = (...args: Parameters<typeof applyUnread>) =>
  parseFact(applyUnread(...args), "fact");
const topics: readonly Topic[] = [{ id: "history", title: "History", description: "What was." }];
const parts = fc.constantFrom(...FACT_PARTS);

it("changes nothing of a fact whose form is sent off as it was opened", () => {
  fc.assert(
    fc.property(arbitraryFact, parts, (one, part) => {
      expect(applyTyped(part, one, written(part, one)).value).toEqual(one);
    }),
  );
});

it("opens on every fact within Discord's limits, with all that stands in it", () => {
  fc.assert(
    fc.property(arbitraryFact, parts, (one, part) => {
      const typed = written(part, one);
      const modal = factForm({ id: "a", title: "A", part, typed, topics });
      expect(modal.components.length).toBeLessThanOrEqual(5);
      for (const label of modal.components) {
        if (label.type !== 18) throw new Error("an input has a label around it");
        expect(label.label.length).toBeLessThanOrEqual(45);
        expect(label.description?.length ?? 0).toBeLessThanOrEqual(100);
        const { component } = label;
        if (component.type !== 4) continue;
        expect(component.max_length).toBeLessThanOrEqual(4_000);
        expect(component.value?.length ?? 0).toBeLessThanOrEqual(component.max_length ?? 0);
        expect(component.value ?? "").toBe(typed[component.custom_id] ?? "");
      }
    }),
  );
});

it("takes out what an emptied input stands for", () => {
  const one = fact({ since: "6.1", until: "6.9", status: "superseded", supersededBy: "other" });
  const typed = { ...written("validity", one), since: "", until: "", status: "current" };
  const { value } = applyTyped("validity", one, typed);
  expect(value && Object.keys(value)).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/since|until|supersededBy/)]),
  );
});

it.each([
  ["superseded by other-fact", { status: "superseded", supersededBy: "other-fact" }],
  [" Disputed ", { status: "disputed" }],
])("reads %j as a status", (status, expected) => {
  const typed = { ...written("validity", fact()), status };
  expect(applyTyped("validity", fact(), typed).value).toMatchObject(expected);
});

it("reads a source whose title holds the sign between the parts", () => {
  const line = "talk | a|b | c | https://lwn.net/";
  const typed = { ...written("links", fact()), sources: line };
  expect(applyTyped("links", fact(), typed).value?.sources).toEqual([
    { kind: "talk", title: "a|b | c", url: "https://lwn.net/" },
  ]);
});

describe("after a conflict", () => {
  const from = fact({ aliases: ["old"], tags: ["t"] });
  const current = { ...from, title: "Theirs", body: "Theirs too.", aliases: ["old", "theirs"] };
  const typedBy = (changed: object) => {
    const typed = { ...written("text", from), reason: "why", ...changed };
    const wanted = applyTyped("text", from, typed).value;
    if (!wanted) throw new Error("what was typed is valid");
    return { typed, wanted };
  };

  it("the form holds what was typed where both changed, theirs elsewhere, and sets merged", () => {
    const { typed, wanted } = typedBy({ title: "Mine", aliases: "old\nmine" });
    const again = typedAfterConflict("text", { from, wanted, current, fields: ["title"], typed });
    expect(again).toEqual({
      title: "Mine",
      body: "Theirs too.",
      aliases: "old\nmine\ntheirs",
      tags: "t",
      reason: "why",
    });
  });

  it("keeps all that was typed where the merged fact is not valid", () => {
    const { typed, wanted } = typedBy({ body: "Mine." });
    const again = typedAfterConflict("text", { from, wanted, current, fields: [], typed });
    expect(again).toMatchObject({ title: "Theirs", body: "Mine." });
  });
});
