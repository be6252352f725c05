import type { Fact } from "../fact.ts";
import type { CreateFactIndex, FactIndex, Match, SearchOptions } from "../fact-index.ts";
import { nameKey } from "../name-key.ts";
import { stem } from "./stem.ts";
import { STOP_WORDS } from "./stop-words.ts";
import { eachTerm } from "./tokenize.ts";

interface Entry {
  readonly fact: Fact;
  readonly names: ReadonlySet<string>;
  readonly weights: ReadonlyMap<string, number>;
}

const FIELD_WEIGHTS = { title: 3, alias: 2.5, tag: 1.5, body: 1 } as const;

/** Builds an index over facts. */
export const createFactIndex: CreateFactIndex = (facts) => {
  const entries = new Map<string, Entry>();
  const postings = new Map<string, Set<string>>();

  function add(fact: Fact): void {
    const weights = weigh(fact);
    const names = new Set([fact.id, fact.title, ...fact.aliases].map(nameKey));
    entries.set(fact.id, { fact, names, weights });
    for (const term of weights.keys()) {
      const ids = postings.get(term) ?? new Set();
      postings.set(term, ids.add(fact.id));
    }
  }

  function remove(id: string): void {
    for (const term of entries.get(id)?.weights.keys() ?? []) {
      const ids = postings.get(term);
      ids?.delete(id);
      if (ids?.size === 0) postings.delete(term);
    }
    entries.delete(id);
  }

  function expand(term: string, last: boolean): readonly (readonly [string, number])[] {
    const base = stem(term);
    if (postings.has(base) && !last) return [[base, 1]];
    const found: (readonly [string, number])[] = [];
    for (const other of postings.keys()) {
      if (other === base) found.push([other, 1]);
      else if (other.startsWith(term)) found.push([other, 0.8]);
      else if (!postings.has(base) && term.length > 3 && distance(base, other) <= 2) {
        found.push([other, 0.5]);
      }
    }
    return found;
  }

  function search(query: string, options: SearchOptions): readonly Match[] {
    const terms: string[] = [];
    eachTerm(query, (term) => terms.push(term));
    const content = terms.filter((term) => !STOP_WORDS.has(term));
    const scores = new Map<string, number>();
    const wanted = [...new Set(content.length > 0 ? content : terms)].slice(0, 32);
    let possible = 0;
    for (const [at, term] of wanted.entries()) {
      const best = new Map<string, number>();
      const last = options.typing === true && at === wanted.length - 1;
      let idf = Math.log(1 + entries.size);
      for (const [other, closeness] of expand(term, last)) {
        const ids = postings.get(other) ?? new Set<string>();
        idf = Math.min(idf, Math.log(1 + entries.size / ids.size));
        for (const id of ids) {
          const weight = entries.get(id)?.weights.get(other) ?? 0;
          best.set(id, Math.max(best.get(id) ?? 0, (closeness * weight) / (weight + 1)));
        }
      }
      possible += idf;
      for (const [id, part] of best) scores.set(id, (scores.get(id) ?? 0) + idf * part);
    }
    const key = nameKey(query);
    return [...entries.values()]
      .map(({ fact, names }) => ({
        fact,
        score: names.has(key) ? 1 : Math.min(0.99, (scores.get(fact.id) ?? 0) / (possible || 1)),
      }))
      .filter((match) => match.score > 0)
      .sort((a, b) => b.score - a.score || (a.fact.id < b.fact.id ? -1 : 1))
      .slice(0, options.limit);
  }

  for (const fact of facts) add(fact);
  const index: FactIndex = {
    get size() {
      return entries.size;
    },
    add,
    replace(fact) {
      remove(fact.id);
      add(fact);
    },
    remove,
    search,
  };
  return index;
};

function weigh(fact: Fact): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  const read = (text: string, weight: number) =>
    eachTerm(text, (term) => {
      const base = stem(term);
      weights.set(base, (weights.get(base) ?? 0) + weight);
    });
  read(fact.title, FIELD_WEIGHTS.title);
  for (const alias of fact.aliases) read(alias, FIELD_WEIGHTS.alias);
  for (const tag of fact.tags) read(tag, FIELD_WEIGHTS.tag);
  read(fact.body, FIELD_WEIGHTS.body);
  return weights;
}

/** Edits between two words, up to 3. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
    }
    row = next;
  }
  return row[b.length] ?? 3;
}
