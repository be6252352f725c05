import type { Fact } from "../fact.ts";
import type { CreateFactIndex, FactIndex, Match } from "../fact-index.ts";
import { nameKey } from "../name-key.ts";
import { expand } from "./expand.ts";
import { grownTo } from "./growable.ts";
import { createNames, isCalled } from "./names.ts";
import { PARAMETERS } from "./parameters.ts";
import { createPostingLists } from "./posting-lists.ts";
import { queryTerms } from "./query-terms.ts";
import { createRanker, mentionedList, namedList } from "./rank.ts";
import { createFactReader, FIELD_WEIGHTS } from "./read-fact.ts";
import { createVocabulary } from "./vocabulary.ts";

/** Builds an index over facts. */
export const createFactIndex: CreateFactIndex = (facts) => {
  const slots = new Map<string, number>();
  const facts_: (Fact | undefined)[] = [];
  const unused: number[] = [];
  const vocabulary = createVocabulary();
  const lists = createPostingLists();
  const names = createNames();
  const read = createFactReader(vocabulary);
  const rank = createRanker(lists);
  let lengths = new Int32Array(64);
  let total = 0;

  function add(fact: Fact): void {
    const slot = unused.pop() ?? facts_.length;
    facts_[slot] = fact;
    slots.set(fact.id, slot);
    names.add(slot, fact);
    const terms = read(fact);
    for (const word of terms.words) vocabulary.hold(word);
    for (const stem of terms.stems) {
      const list = terms.isNamed(stem) ? namedList(stem) : mentionedList(stem);
      lists.put(list, slot, terms.frequencyOf(stem));
    }
    lengths = grownTo(lengths, slot + 1);
    lengths[slot] = terms.length;
    total += terms.length;
  }

  function remove(id: string): void {
    const slot = slots.get(id);
    const fact = slot === undefined ? undefined : facts_[slot];
    if (slot === undefined || fact === undefined) return;
    const terms = read(fact);
    for (const stem of terms.stems) {
      lists.take(terms.isNamed(stem) ? namedList(stem) : mentionedList(stem), slot);
    }
    for (const word of terms.words) vocabulary.release(word);
    names.remove(slot, fact);
    total -= terms.length;
    facts_[slot] = undefined;
    slots.delete(id);
    unused.push(slot);
  }

  const frequencies = {
    get facts() {
      return slots.size;
    },
    of: (stem: number) => lists.lengthOf(namedList(stem)) + lists.lengthOf(mentionedList(stem)),
  };

  const precedes = (a: number, b: number) => (facts_[a]?.id ?? "") < (facts_[b]?.id ?? "");

  for (const fact of facts) add(fact);
  const index: FactIndex = {
    get size() {
      return slots.size;
    },
    add,
    replace(fact) {
      remove(fact.id);
      add(fact);
    },
    remove,
    search(query, { limit, typing = false }) {
      const P = PARAMETERS;
      const work = { postings: 0, words: 0 };
      const groups = expand(queryTerms(query, typing), typing, vocabulary, frequencies, work);
      const average = total / Math.max(1, slots.size);
      const norms = {
        lengths,
        base: FIELD_WEIGHTS.body * P.k1 * (1 - P.b),
        perLength: (FIELD_WEIGHTS.body * P.k1 * P.b) / Math.max(1, average),
      };
      const found = rank(groups, norms, limit, precedes, work);
      const top = found.scores[0] ?? 1;
      const key = nameKey(query);
      const exact = names.find(key).filter((slot) => {
        const fact = facts_[slot];
        return fact && isCalled(fact, key);
      });
      const matches: Match[] = [];
      for (const slot of new Set(exact)) {
        const fact = facts_[slot];
        if (fact) matches.push({ fact, score: 1 });
      }
      matches.sort((a, b) => (a.fact.id < b.fact.id ? -1 : 1));
      for (const [at, slot] of found.slots.entries()) {
        const fact = facts_[slot];
        if (fact && !exact.includes(slot)) {
          matches.push({ fact, score: (0.99 * (found.scores[at] ?? 0)) / top });
        }
      }
      return matches.slice(0, limit);
    },
  };
  return index;
};
