import { PARAMETERS } from "./parameters.ts";
import type { QueryTerm } from "./query-terms.ts";
import type { Alternative, Group } from "./rank.ts";
import type { Vocabulary } from "./vocabulary.ts";
import type { Work } from "./work.ts";

/** How common stems are. */
export interface Frequencies {
  readonly facts: number;
  /** How many facts hold the stem. */
  of(stem: number): number;
}

interface Found {
  readonly stem: number;
  readonly closeness: number;
}

/** Reads the words of a query as stems of the index. A word for which nothing is found becomes a group without any. */
export function expand(
  terms: readonly QueryTerm[],
  typing: boolean,
  vocabulary: Vocabulary,
  frequencies: Frequencies,
  work: Work,
): readonly Group[] {
  const P = PARAMETERS;
  const groups: Group[] = [];
  const add = (term: QueryTerm, found: readonly Found[], spread = false) => {
    const kind = term.isWhole ? P.whole : term.isPart ? P.part : 1;
    const times = kind * (1 + P.repeat * (term.count - 1));
    const best = new Map<number, number>();
    for (const { stem, closeness } of found) {
      best.set(stem, Math.max(best.get(stem) ?? 0, closeness));
    }
    const alternatives = [...best].sort((a, b) => b[1] - a[1]);
    let shared = 0;
    if (spread) for (const [stem] of alternatives) shared += frequencies.of(stem);
    groups.push({
      alternatives: alternatives.map(([stem, closeness]): Alternative => {
        const idf = inverse(
          Math.min(shared || frequencies.of(stem), frequencies.facts),
          frequencies.facts,
        );
        return { stem, worth: times * closeness * idf };
      }),
    });
  };

  for (const term of terms) {
    const exact = vocabulary.findStem(term.text);
    const found: Found[] = exact === undefined ? [] : [{ stem: exact, closeness: 1 }];
    for (const joined of term.joined) {
      const word = vocabulary.find(joined);
      if (word !== undefined) found.push({ stem: vocabulary.stemOf(word), closeness: P.joined });
    }
    if (term.isLast && (typing || found.length === 0)) {
      const finished = finish(term.text, vocabulary, work);
      add(term, [...found, ...finished.map((stem) => ({ stem, closeness: P.finish }))], true);
      if (finished.length > 0 || found.length > 0) continue;
      groups.pop();
    }
    if (found.length > 0) {
      add(term, found);
      continue;
    }
    if (term.isWhole) continue;
    const near = correct(term.text, vocabulary, work);
    if (near.length > 0) {
      add(term, near);
      continue;
    }
    const halves = split(term.text, vocabulary);
    if (halves) for (const stem of halves) add(term, [{ stem, closeness: P.split }]);
    else add(term, []);
  }
  return groups;
}

function inverse(count: number, facts: number): number {
  return Math.log(1 + (facts - count + 0.5) / (count + 0.5));
}

function finish(prefix: string, vocabulary: Vocabulary, work: Work): readonly number[] {
  const words: number[] = [];
  work.words += vocabulary.complete(prefix, (word) => words.push(word));
  words.sort(
    (a, b) =>
      vocabulary.countOf(b) - vocabulary.countOf(a) ||
      (vocabulary.textOf(a) < vocabulary.textOf(b) ? -1 : 1),
  );
  return [...new Set(words.slice(0, PARAMETERS.finishMax).map(vocabulary.stemOf))];
}

function correct(text: string, vocabulary: Vocabulary, work: Work): readonly Found[] {
  const P = PARAMETERS;
  const found = new Map<number, number>();
  const most = text.length < 5 ? 1 : 2;
  work.words += vocabulary.near(text, most, (word, distance) => {
    const other = vocabulary.textOf(word);
    const closeness =
      (distance === 1 ? P.near1 : P.near2) *
      vocabulary.countOf(word) ** P.nearCount *
      (other[0] === text[0] ? 1 : P.nearFirst);
    const stem = vocabulary.stemOf(word);
    found.set(stem, Math.max(found.get(stem) ?? 0, closeness));
  });
  const best = [...found].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, P.nearMax);
  const top = best[0]?.[1] ?? 1;
  return best.map(([stem, closeness]) => ({ stem, closeness: (0.8 * closeness) / top }));
}

function split(text: string, vocabulary: Vocabulary): readonly [number, number] | undefined {
  let best: readonly [number, number] | undefined;
  let least = 0;
  for (let at = 2; at <= text.length - 2; at += 1) {
    const left = vocabulary.find(text.slice(0, at));
    const right = vocabulary.find(text.slice(at));
    if (left === undefined || right === undefined) continue;
    const count = Math.min(vocabulary.countOf(left), vocabulary.countOf(right));
    if (count > least) {
      least = count;
      best = [vocabulary.stemOf(left), vocabulary.stemOf(right)];
    }
  }
  return best;
}
