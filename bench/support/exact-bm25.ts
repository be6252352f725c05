import { stemmer } from "stemmer";
import type { Fact } from "../../src/knowledge/fact.ts";

const K1 = 1.2;
const B = 0.75;
const FIELD_WEIGHTS = { title: 2, aliases: 2, tags: 1, body: 1 } as const;
export const STOP_WORDS: ReadonlySet<string> = new Set(
  "a an and are as at be but by can do for from has have how i if in into is it no not of on or such that the their then there these they this to was what when where which who why will with would you".split(
    " ",
  ),
);

/** BM25 as in the textbooks, over stems, without any tolerance for spelling: the yardstick for clean queries. */
export function createExactBm25(facts: readonly Fact[]) {
  const postings = new Map<string, Map<number, number>>();
  const lengths = facts.map((fact, at) => {
    const fields: readonly (readonly [string, number])[] = [
      [fact.title, FIELD_WEIGHTS.title],
      [fact.aliases.join(" "), FIELD_WEIGHTS.aliases],
      [fact.tags.join(" "), FIELD_WEIGHTS.tags],
      [fact.body, FIELD_WEIGHTS.body],
    ];
    let length = 0;
    for (const [text, weight] of fields) {
      for (const term of terms(text)) {
        const list = postings.get(term) ?? new Map<number, number>();
        postings.set(term, list.set(at, (list.get(at) ?? 0) + weight));
        length += weight;
      }
    }
    return length;
  });
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, facts.length);

  return (query: string, limit: number): readonly string[] => {
    const scores = new Map<number, number>();
    for (const term of terms(query)) {
      const list = postings.get(term);
      if (!list) continue;
      const idf = Math.log(1 + (facts.length - list.size + 0.5) / (list.size + 0.5));
      for (const [at, frequency] of list) {
        const norm = K1 * (1 - B + (B * (lengths[at] ?? 0)) / average);
        const part = (idf * frequency * (K1 + 1)) / (frequency + norm);
        scores.set(at, (scores.get(at) ?? 0) + part);
      }
    }
    return [...scores]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, limit)
      .map(([at]) => facts[at]?.id ?? "");
  };
}

/** Stems of the words of a text, stop words left out. */
export function terms(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !STOP_WORDS.has(word)).map((word) => stemmer(word));
}
