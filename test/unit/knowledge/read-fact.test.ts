import { expect, it } from "vitest";
import { readFact } from "../../../src/knowledge/read-fact.ts";
import { commandDeps } from "../../support/command-deps.ts";
import { knowledgeOf } from "../../support/curating.ts";
import { fact } from "../../support/facts.ts";

const known = commandDeps(knowledgeOf([fact()])).base;
const standard = { known, today: "2026-12-31" };
const checkedOn = (on: string) => fact({ checked: { on, against: "6.18" } });
const fieldsOf = ({ problems }: ReturnType<typeof readFact>) => problems.map(({ field }) => field);

it("takes a check of today, and of tomorrow where the day began earlier, and no later one", () => {
  for (const on of ["2026-12-31", "2027-01-01"]) {
    expect(readFact(checkedOn(on), fact(), standard).value).toEqual(checkedOn(on));
  }
  expect(fieldsOf(readFact(checkedOn("2027-01-02"), fact(), standard))).toEqual(["checked.on"]);
});

it("does not hold against an edit what was wrong before it", () => {
  const before = { ...checkedOn("2030-01-01"), related: ["removed-since"] };
  const after = { ...before, body: "Now this." };
  expect(readFact(after, before, standard).value).toEqual(after);
});

it("finds what is wrong between facts in whatever is well-formed", () => {
  const data = {
    ...fact({ id: "other", aliases: ["A fact", "x".repeat(61)], related: ["gone"] }),
    since: "9.9",
    title: 1,
    topic: "nowhere",
  };
  expect(fieldsOf(readFact(data, null, standard)).sort()).toEqual([
    "aliases",
    "aliases.1",
    "related",
    "since",
    "title",
    "topic",
  ]);
});
