import { grownTo } from "./growable.ts";
import { createSpelling, type VisitNeighbour } from "./spelling.ts";
import { stem } from "./stem.ts";
import { STOP_WORDS } from "./stop-words.ts";

/** The longest beginning that words are grouped by; longer ones are looked for within the group. */
const GROUPED_PREFIX_LENGTH = 3;

/**
 * The words that the facts hold, each with its stem and with how many facts hold it. A word is here exactly as long as
 * some fact holds it. Words and stems are known by small numbers, which are used again when their word is gone.
 */
export interface Vocabulary {
  /** How many words there are. */
  readonly size: number;
  find(text: string): number | undefined;
  textOf(word: number): string;
  stemOf(word: number): number;
  stemTextOf(stem: number): string;
  /** How many facts hold the word. */
  countOf(word: number): number;
  /** The number of what is a stem already. */
  findStemExactly(text: string): number | undefined;
  /** The stem that a text would have, whether or not it is a word here. */
  findStem(text: string): number | undefined;
  /** The number of a word, which is given one where it is new. It stays only if it is then held. */
  intern(text: string): number;
  /** One more fact holds the word. */
  hold(word: number): void;
  /** One fact fewer holds the word; where none is left, it is forgotten. */
  release(word: number): void;
  /** Visits the words that begin so, in no promised order. Returns how many were looked at. */
  complete(prefix: string, visit: (word: number) => void): number;
  /** Visits the words within so many edits. Returns how many were compared. */
  near(text: string, most: number, visit: VisitNeighbour): number;
}

export function createVocabulary(): Vocabulary {
  const ids = new Map<string, number>();
  const texts: string[] = [];
  const unusedWords: number[] = [];
  const stems = new Map<string, number>();
  const stemTexts: string[] = [];
  const unusedStems: number[] = [];
  let counts = new Int32Array(64);
  let stemsOf = new Int32Array(64);
  let wordsOf = new Int32Array(64);
  const groups = new Map<string, number[]>();
  const textOf = (word: number) => texts[word] ?? "";
  const spelling = createSpelling(textOf);

  function internStem(text: string): number {
    let id = stems.get(text);
    if (id === undefined) {
      id = unusedStems.pop() ?? stemTexts.length;
      stemTexts[id] = text;
      stems.set(text, id);
      wordsOf = grownTo(wordsOf, id + 1);
    }
    wordsOf[id] = (wordsOf[id] ?? 0) + 1;
    return id;
  }

  function releaseStem(id: number): void {
    const words = (wordsOf[id] ?? 0) - 1;
    wordsOf[id] = words;
    if (words > 0) return;
    stems.delete(stemTexts[id] ?? "");
    stemTexts[id] = "";
    unusedStems.push(id);
  }

  function group(word: number, text: string): void {
    for (let length = 1; length <= Math.min(GROUPED_PREFIX_LENGTH, text.length); length += 1) {
      const prefix = text.slice(0, length);
      const words = groups.get(prefix);
      if (words) words.push(word);
      else groups.set(prefix, [word]);
    }
  }

  function ungroup(word: number, text: string): void {
    for (let length = 1; length <= Math.min(GROUPED_PREFIX_LENGTH, text.length); length += 1) {
      const prefix = text.slice(0, length);
      const words = groups.get(prefix) ?? [];
      const last = words.pop();
      if (words.length === 0) groups.delete(prefix);
      if (last !== undefined && last !== word) words[words.indexOf(word)] = last;
    }
  }

  return {
    get size() {
      return ids.size;
    },
    find: (text) => ids.get(text),
    textOf,
    stemOf: (word) => stemsOf[word] ?? 0,
    stemTextOf: (stem) => stemTexts[stem] ?? "",
    findStemExactly: (text) => stems.get(text),
    countOf: (word) => counts[word] ?? 0,
    findStem(text) {
      const word = ids.get(text);
      return word === undefined ? stems.get(stemOfWord(text)) : stemsOf[word];
    },
    intern(text) {
      const known = ids.get(text);
      if (known !== undefined) return known;
      const word = unusedWords.pop() ?? texts.length;
      const own = ownCopy(text);
      texts[word] = own;
      ids.set(own, word);
      counts = grownTo(counts, word + 1);
      stemsOf = grownTo(stemsOf, word + 1);
      counts[word] = 0;
      stemsOf[word] = internStem(stemOfWord(own));
      group(word, own);
      spelling.add(word, own);
      return word;
    },
    hold(word) {
      counts[word] = (counts[word] ?? 0) + 1;
    },
    release(word) {
      const count = (counts[word] ?? 0) - 1;
      counts[word] = count;
      if (count > 0) return;
      const text = textOf(word);
      ids.delete(text);
      texts[word] = "";
      unusedWords.push(word);
      releaseStem(stemsOf[word] ?? 0);
      ungroup(word, text);
      spelling.remove(word, text);
    },
    complete(prefix, visit) {
      const words = groups.get(prefix.slice(0, GROUPED_PREFIX_LENGTH)) ?? [];
      const whole = prefix.length <= GROUPED_PREFIX_LENGTH;
      for (const word of words) if (whole || textOf(word).startsWith(prefix)) visit(word);
      return words.length;
    },
    near: spelling.near,
  };
}

/** Small words are kept as they are: `does` is no `doe`. */
function stemOfWord(text: string): string {
  return STOP_WORDS.has(text) ? text : stem(text);
}

/** A piece cut from a long text keeps the whole text in memory; one put together from characters does not. */
function ownCopy(text: string): string {
  return text.length < 13 ? text : Array.from(text).join("");
}
