import type { Fact } from "../fact.ts";
import type { Examples } from "../fact-index.ts";
import { grownTo } from "./growable.ts";
import { hashOf } from "./hash.ts";
import { createLinkCounts } from "./link-counts.ts";
import { createNames, isCalled, type Names } from "./names.ts";
import { codeOf, earnings, SLOT_MAX } from "./posting.ts";
import {
  createPostingLists,
  mentionedList,
  namedList,
  type PostingLists,
} from "./posting-lists.ts";
import type { Order } from "./rank.ts";
import { createFactReader, FIELD_WEIGHTS, NO_TEXTS, type WordCounts } from "./read-fact.ts";
import { createVocabulary, type Vocabulary } from "./vocabulary.ts";
import type { Frequencies } from "./weigh.ts";

/** How fast repetitions of a term stop to count, and how much a fact's length is held against it; see BM25. */
const K1 = 1.5;
const B = 0.5;

/**
 * The facts of an index and all that is kept of them. Each has a slot, a number that it keeps as long as it is here and
 * that goes to another fact afterwards. What is kept is exactly what a table made of the same facts would keep: nothing
 * is left of a fact that was taken out.
 */
export interface FactTable {
  readonly size: number;
  /** Decides between equals in the same way whatever slots they have. */
  readonly order: Order;
  readonly vocabulary: Vocabulary;
  readonly lists: PostingLists;
  readonly frequencies: Frequencies;
  /** Puts in a fact, in the place of the one with its id if there is one. */
  add(fact: Fact): void;
  /** Takes out a fact, if it is there. */
  remove(id: string): void;
  slotOf(id: string): number | undefined;
  /** Throws RangeError for a slot without a fact. */
  factAt(slot: number): Fact;
  /** The names of the fact as `FactTerms` tells them. */
  namesAt(slot: number): readonly number[];
  questionsAt(slot: number): WordCounts;
  /** Of the fact's aliases and questions together. */
  bigramsAt(slot: number): WordCounts;
  /** How many facts have a bigram in their aliases and questions. */
  holdersOf(bigram: number): number;
  /** How many facts name this one as related. */
  linksTo(slot: number): number;
  /** The slots of the facts that are called so: by id, title or alias. */
  called(key: string): readonly number[];
  /** By the code of a posting, the share of a term's worth that it earns. */
  earnings(): Float32Array;
}

/** `answered` are questions that facts answer, by their ids; those of ids that are not here do nothing. */
export function createFactTable(answered: Examples["answered"] = new Map()): FactTable {
  const slotsById = new Map<string, number>();
  const facts: (Fact | undefined)[] = [];
  const nameStems: (readonly number[])[] = [];
  const questions: (WordCounts | undefined)[] = [];
  const bigrams: (WordCounts | undefined)[] = [];
  const bigramHolders = new Map<number, number>();
  const unused: number[] = [];
  const vocabulary = createVocabulary();
  const lists = createPostingLists();
  const names: Names = createNames();
  /** By slot: facts lie anywhere in memory, and are not to be touched for every comparison. */
  const linksTo: number[] = [];
  const links = createLinkCounts((id, count) => {
    const slot = slotsById.get(id);
    if (slot !== undefined) linksTo[slot] = count;
  });
  const read = createFactReader(vocabulary, answered);
  let order = new Int32Array(64);
  let totalLength = 0;
  let earned: Float32Array | undefined;

  function factAt(slot: number): Fact {
    const fact = facts[slot];
    if (!fact) throw new RangeError(`no fact in slot ${slot}`);
    return fact;
  }

  function changeLength(by: number): void {
    totalLength += by;
    earned = undefined;
  }

  function countHolders({ counts }: WordCounts, by: number): void {
    for (let at = 0; at < counts.length; at += 2) {
      const bigram = counts[at] ?? 0;
      const holders = (bigramHolders.get(bigram) ?? 0) + by;
      if (holders > 0) bigramHolders.set(bigram, holders);
      else bigramHolders.delete(bigram);
    }
  }

  function remove(id: string): void {
    const slot = slotsById.get(id);
    if (slot === undefined) return;
    const fact = factAt(slot);
    const terms = read(fact);
    for (const stem of terms.stems) {
      lists.take(terms.isNamed(stem) ? namedList(stem) : mentionedList(stem), slot);
    }
    for (const word of terms.words) vocabulary.release(word);
    names.remove(slot, fact);
    links.remove(fact);
    facts[slot] = undefined;
    nameStems[slot] = [];
    questions[slot] = undefined;
    countHolders(terms.bigrams, -1);
    bigrams[slot] = undefined;
    slotsById.delete(id);
    unused.push(slot);
    changeLength(-terms.length);
  }

  return {
    get size() {
      return slotsById.size;
    },
    order: {
      get order() {
        return order;
      },
      isBefore: (slot, other) => factAt(slot).id < factAt(other).id,
    },
    vocabulary,
    lists,
    frequencies: {
      get facts() {
        return slotsById.size;
      },
      of: (stem) => lists.lengthOf(namedList(stem)) + lists.lengthOf(mentionedList(stem)),
    },
    add(fact) {
      remove(fact.id);
      const slot = unused.pop() ?? facts.length;
      if (slot > SLOT_MAX) throw new RangeError(`an index holds ${SLOT_MAX + 1} facts at most`);
      const terms = read(fact);
      for (const word of terms.words) vocabulary.hold(word);
      for (const stem of terms.stems) {
        const list = terms.isNamed(stem) ? namedList(stem) : mentionedList(stem);
        lists.put(list, slot, codeOf(terms.frequencyOf(stem), terms.length));
      }
      names.add(slot, fact);
      links.add(fact);
      order = grownTo(order, slot + 1);
      order[slot] = hashOf(fact.id);
      facts[slot] = fact;
      nameStems[slot] = terms.names;
      questions[slot] = terms.questions;
      countHolders(terms.bigrams, 1);
      bigrams[slot] = terms.bigrams;
      slotsById.set(fact.id, slot);
      linksTo[slot] = links.to(fact.id);
      changeLength(terms.length);
    },
    remove,
    slotOf: (id) => slotsById.get(id),
    factAt,
    namesAt: (slot) => nameStems[slot] ?? [],
    questionsAt: (slot) => questions[slot] ?? NO_TEXTS,
    bigramsAt: (slot) => bigrams[slot] ?? NO_TEXTS,
    holdersOf: (bigram) => bigramHolders.get(bigram) ?? 0,
    linksTo: (slot) => linksTo[slot] ?? 0,
    called: (key) => names.find(key).filter((slot) => isCalled(factAt(slot), key)),
    earnings() {
      const average = Math.max(1, totalLength / Math.max(1, slotsById.size));
      earned ??= earnings({
        base: FIELD_WEIGHTS.body * K1 * (1 - B),
        perLength: (FIELD_WEIGHTS.body * K1 * B) / average,
      });
      return earned;
    },
  };
}
