import type { Fact } from "../../src/knowledge/fact.ts";
import { toFact } from "./collection.ts";
import { createRandom, type Random } from "./random.ts";

const TITLE_WORDS = 8;
/** One fact in so many has a name of its own, as identifiers and people are: vocabularies never stop growing. */
const FACTS_PER_NAME = 3;
const SYLLABLES = [
  ..."ba ce di fo gu la me ni po ru sa te vi xo zu bri cla dra fli gro pha qui spe tro".split(" "),
];

/** Facts of about so many words, put together at random from the sentences of real ones. The same seed, the same facts. */
export function makeFacts(
  sources: readonly Fact[],
  count: number,
  words: number,
  seed: number,
): readonly Fact[] {
  const random = createRandom(seed);
  const sentences = sources.flatMap(({ title, body }) => [
    title,
    ...body.split(/(?<=[.!?])\s+/).filter((sentence) => sentence.trim().length > 0),
  ]);
  return Array.from({ length: count }, (_, at) => {
    const title = `${inventName(random, at)}${random.pick(sources).title}`;
    const cut = title.split(/\s+/).slice(0, TITLE_WORDS).join(" ");
    return toFact({
      id: `made-${at}`,
      title: cut,
      aliases: [],
      tags: [],
      body: compose(sentences, words - TITLE_WORDS, random),
    });
  });
}

function inventName(random: Random, at: number): string {
  if (at % FACTS_PER_NAME !== 0) return "";
  const length = 2 + random.int(3);
  return `${Array.from({ length }, () => random.pick(SYLLABLES)).join("")} `;
}

function compose(sentences: readonly string[], words: number, random: Random): string {
  const text: string[] = [];
  while (text.length < words) text.push(...random.pick(sentences).split(/\s+/));
  return text.slice(0, Math.ceil(words)).join(" ");
}
