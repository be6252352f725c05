import type { Fact } from "../fact.ts";
import { grownTo } from "./growable.ts";
import { STOP_WORDS } from "./stop-words.ts";
import { eachTerm } from "./tokenize.ts";
import type { Vocabulary } from "./vocabulary.ts";

/**
 * How much a word counts by where it stands, in the whole numbers that postings keep. A word of the title counts each
 * time; one of the aliases or tags once, so that many aliases do not drown a fact's other words.
 */
export const FIELD_WEIGHTS = { title: 6, alias: 5, tag: 3, body: 2 } as const;

/** What one fact gives the index. Valid until the next fact is read. */
export interface FactTerms {
  /** Each word once. */
  readonly words: readonly number[];
  /** Each stem once. */
  readonly stems: readonly number[];
  /** How often a stem counts, weighted. */
  frequencyOf(stem: number): number;
  /** Whether the stem stands in the title, an alias or a tag. */
  isNamed(stem: number): boolean;
  /** The length that frequencies are measured against: of title and body, weighted alike. */
  readonly length: number;
}

/**
 * Reads the terms of facts one after another, in scratch arrays that are kept. Small words are read in names only: a
 * query of nothing else can be a fact's title, but in bodies they would be half of all postings.
 */
export function createFactReader(vocabulary: Vocabulary): (fact: Fact) => FactTerms {
  let seenWords = new Int32Array(64);
  let seenStems = new Int32Array(64);
  let frequencies = new Int32Array(64);
  let named = new Int32Array(64);
  let run = 0;
  let words: number[] = [];
  let stems: number[] = [];
  let length = 0;

  function meet(term: string): number {
    const word = vocabulary.intern(term);
    const stem = vocabulary.stemOf(word);
    if (word >= seenWords.length) seenWords = grownTo(seenWords, word + 1);
    if (seenWords[word] !== run) {
      seenWords[word] = run;
      words.push(word);
    }
    if (stem >= seenStems.length) {
      seenStems = grownTo(seenStems, stem + 1);
      frequencies = grownTo(frequencies, stem + 1);
      named = grownTo(named, stem + 1);
    }
    if (seenStems[stem] !== run) {
      seenStems[stem] = run;
      frequencies[stem] = 0;
      named[stem] = 0;
      stems.push(stem);
    }
    return stem;
  }

  /** Counts each stem of the text once, unless it has been counted before. */
  function readLabel(text: string, weight: number): void {
    eachTerm(text, (term) => {
      const stem = meet(term);
      named[stem] = 1;
      if (frequencies[stem] === 0) frequencies[stem] = weight;
    });
  }

  function readText(text: string, weight: number, isName: boolean): void {
    eachTerm(text, (term, _start, _end, part) => {
      const isSmall = STOP_WORDS.has(term);
      if (isSmall && !isName) return;
      const stem = meet(term);
      frequencies[stem] = (frequencies[stem] ?? 0) + weight;
      if (isName) named[stem] = 1;
      if (!part && !isSmall) length += weight;
    });
  }

  return (fact) => {
    run += 1;
    words = [];
    stems = [];
    length = 0;
    for (const alias of fact.aliases) readLabel(alias, FIELD_WEIGHTS.alias);
    for (const tag of fact.tags) readLabel(tag, FIELD_WEIGHTS.tag);
    readText(fact.title, FIELD_WEIGHTS.title, true);
    readText(fact.body, FIELD_WEIGHTS.body, false);
    return {
      words,
      stems,
      length,
      frequencyOf: (stem) => frequencies[stem] ?? 0,
      isNamed: (stem) => named[stem] === 1,
    };
  };
}
