import type { Fact } from "../../src/knowledge/fact.ts";
import { createRandom, type Random } from "./random.ts";
import { vary } from "./variants.ts";

/** What people send to a search, by what they are doing. */
export interface Workload {
  readonly name: string;
  readonly queries: readonly string[];
  /** Autocomplete: the last word is unfinished, and 25 matches are wanted instead of 5. */
  readonly typing: boolean;
}

const TITLES = 40;
const TYPED_MAX_LENGTH = 40;
const KEYWORDS = 3;

/** Queries made from the facts themselves and from questions that people asked. The same seed, the same queries. */
export function makeWorkloads(
  facts: readonly Fact[],
  questions: readonly string[],
  count: number,
  seed: number,
): readonly Workload[] {
  const random = createRandom(seed);
  const asked = Array.from({ length: count }, () => random.pick(questions));
  return [
    { name: "keystrokes", typing: true, queries: keystrokes(facts, random, count) },
    { name: "typed questions", typing: true, queries: asked.map((text) => cut(text, random)) },
    { name: "misspelt keywords", typing: false, queries: keywords(facts, random, count) },
    { name: "whole questions", typing: false, queries: asked },
    {
      name: "misspelt questions",
      typing: false,
      queries: asked.map((text) => vary(text, "typo", random)),
    },
  ];
}

/** Titles letter by letter, as autocomplete sees them. */
function keystrokes(facts: readonly Fact[], random: Random, count: number): readonly string[] {
  const titles = Array.from({ length: TITLES }, () => random.pick(facts).title);
  const typed = titles.flatMap((title) =>
    Array.from({ length: Math.min(title.length, TYPED_MAX_LENGTH) }, (_, at) =>
      title.slice(0, at + 1),
    ),
  );
  return Array.from({ length: count }, () => random.pick(typed));
}

function keywords(facts: readonly Fact[], random: Random, count: number): readonly string[] {
  return Array.from({ length: count }, () => {
    const words = random.pick(facts).title.split(/\s+/).slice(0, KEYWORDS);
    return vary(words.join(" "), "typo", random);
  });
}

function cut(text: string, random: Random): string {
  return text.slice(0, 1 + random.int(text.length));
}
