import type { Fact } from "../fact.ts";
import { bigramOf } from "./bigrams.ts";
import { grownTo } from "./growable.ts";
import { isWeakWord } from "./lexicon.ts";
import { STOP_WORDS } from "./stop-words.ts";
import { eachTerm } from "./tokenize.ts";
import type { Vocabulary } from "./vocabulary.ts";

/**
 * How much a word counts by where it stands. A word of the title or body counts each time; one of the aliases, the
 * questions or the tags once, so that many of them do not drown a fact's other words.
 */
export const FIELD_WEIGHTS = { title: 6, alias: 5, question: 2, tag: 1, body: 2 } as const;

/** What ends a name in a list of stems; far below `~stem` of any stem. */
export const END_OF_NAME = -(2 ** 30);

/** In how many of some texts each stem is, whether it is of a small word or not; or each bigram of stems. */
export interface WordCounts {
  readonly texts: number;
  /** Stems or bigrams, each followed by the number of texts that it is in, by rising number. */
  readonly counts: Float64Array;
}

export const NO_TEXTS: WordCounts = { texts: 0, counts: new Float64Array(0) };

/** What one fact gives the index. Valid until the next fact is read. */
export interface FactTerms {
  /** Each word once. */
  readonly words: readonly number[];
  /** Each stem once. */
  readonly stems: readonly number[];
  /** How often a stem counts, weighted. */
  frequencyOf(stem: number): number;
  /** Whether the stem stands in the title or an alias. */
  isNamed(stem: number): boolean;
  /** The names, title first: their stems, those of small words as `~stem`, and END_OF_NAME after each name. */
  readonly names: readonly number[];
  readonly questions: WordCounts;
  /** Of the aliases and the questions together. */
  readonly bigrams: WordCounts;
  /** The length that frequencies are measured against: of title and body, weighted alike. */
  readonly length: number;
}

/**
 * Reads the terms of facts one after another, in scratch arrays that are kept. Small words are read in names only: a
 * query of nothing else can be a fact's title, but in bodies they would be half of all postings. In questions they are
 * read, but not found by.
 */
export function createFactReader(
  vocabulary: Vocabulary,
  answered: ReadonlyMap<string, readonly string[]>,
): (fact: Fact) => FactTerms {
  let seenWords = new Int32Array(64);
  let seenStems = new Int32Array(64);
  let frequencies = new Int32Array(64);
  let named = new Int32Array(64);
  let run = 0;
  let words: number[] = [];
  let stems: number[] = [];
  /** The stems of the name or question that was read last, in order. */
  const sequence: number[] = [];
  let bigrams = new Map<number, number>();

  function meetWord(term: string): number {
    const word = vocabulary.intern(term);
    if (word >= seenWords.length) seenWords = grownTo(seenWords, word + 1);
    if (seenWords[word] !== run) {
      seenWords[word] = run;
      words.push(word);
    }
    return vocabulary.stemOf(word);
  }

  function meet(term: string): number {
    const stem = meetWord(term);
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

  function readName(
    text: string,
    count: (stem: number, isSmall: boolean) => void,
  ): readonly number[] {
    const name: number[] = [];
    sequence.length = 0;
    eachTerm(text, (term) => {
      const isSmall = STOP_WORDS.has(term);
      const stem = meet(term);
      named[stem] = 1;
      count(stem, isSmall);
      name.push(isSmall || isWeakWord(term) ? ~stem : stem);
      sequence.push(stem);
    });
    return [...name, END_OF_NAME];
  }

  function readQuestions(texts: readonly string[], count: (stem: number) => void): WordCounts {
    if (texts.length === 0) return NO_TEXTS;
    const counts = new Map<number, number>();
    for (const text of texts) {
      const met = new Set<number>();
      sequence.length = 0;
      eachTerm(text, (term) => {
        const isSmall = STOP_WORDS.has(term);
        const stem = isSmall ? meetWord(term) : meet(term);
        if (!isSmall) count(stem);
        met.add(stem);
        sequence.push(stem);
      });
      countBigrams();
      for (const stem of met) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    }
    return countsOf(texts.length, counts);
  }

  /** Counts the bigrams of what was read last, each once. */
  function countBigrams(): void {
    const met = new Set<number>();
    for (let at = 1; at < sequence.length; at += 1) {
      met.add(bigramOf(sequence[at - 1] ?? 0, sequence[at] ?? 0));
    }
    for (const bigram of met) bigrams.set(bigram, (bigrams.get(bigram) ?? 0) + 1);
  }

  function readText(text: string, count: (stem: number) => void): void {
    eachTerm(text, (term) => {
      if (!STOP_WORDS.has(term)) count(meet(term));
    });
  }

  const countOnce = (weight: number) => (stem: number) => {
    if (frequencies[stem] === 0) frequencies[stem] = weight;
  };

  return (fact) => {
    run += 1;
    words = [];
    stems = [];
    let length = 0;
    const countEach = (weight: number) => (stem: number, isSmall?: boolean) => {
      frequencies[stem] = (frequencies[stem] ?? 0) + weight;
      if (!isSmall) length += weight;
    };
    bigrams = new Map();
    const aliases = fact.aliases.flatMap((alias) => {
      const name = readName(alias, countOnce(FIELD_WEIGHTS.alias));
      countBigrams();
      return name;
    });
    const questions = readQuestions(answered.get(fact.id) ?? [], countOnce(FIELD_WEIGHTS.question));
    for (const tag of fact.tags) readText(tag, countOnce(FIELD_WEIGHTS.tag));
    // A title is a statement: nobody asks in its bigrams.
    const title = readName(fact.title, countEach(FIELD_WEIGHTS.title));
    readText(fact.body, countEach(FIELD_WEIGHTS.body));
    return {
      words,
      stems,
      length,
      names: [...title, ...aliases],
      questions,
      bigrams: countsOf(fact.aliases.length + questions.texts, bigrams),
      frequencyOf: (stem) => frequencies[stem] ?? 0,
      isNamed: (stem) => named[stem] === 1,
    };
  };
}

function countsOf(texts: number, counts: ReadonlyMap<number, number>): WordCounts {
  if (texts === 0) return NO_TEXTS;
  const pairs = new Float64Array(2 * counts.size);
  for (const [at, number] of Float64Array.from(counts.keys()).sort().entries()) {
    pairs[2 * at] = number;
    pairs[2 * at + 1] = counts.get(number) ?? 0;
  }
  return { texts, counts: pairs };
}

/** In how many of the texts a stem or a bigram is. */
export function timesOf(number: number, { counts }: WordCounts): number {
  let from = 0;
  let to = counts.length / 2;
  while (from < to) {
    const middle = (from + to) >> 1;
    const found = counts[2 * middle] ?? 0;
    if (found === number) return counts[2 * middle + 1] ?? 0;
    if (found < number) from = middle + 1;
    else to = middle;
  }
  return 0;
}
