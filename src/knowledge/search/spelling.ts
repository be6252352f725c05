import { editDistance } from "./edit-distance.ts";
import { grownTo } from "./growable.ts";

/** Words outside these lengths, or with anything but letters in them, are neither corrected nor offered. */
const CORRECTABLE = /^\p{L}{3,32}$/u;
/** How much of a word is looked at to find its neighbours; the whole word decides which of them are near enough. */
const PREFIX_LENGTH = 7;
const DISTANCE_MAX = 2;

/** Called for each word found, with how many edits away it is. */
export type VisitNeighbour = (word: number, distance: number) => void;

/**
 * Finds words by their spelling: those within two edits of a word that nobody knows.
 *
 * The idea is the deletion neighbourhood (Mor and Fraenkel 1982; Bocek, Hunt and Stiller 2007; Wolf Garbe's SymSpell):
 * two words that are one edit apart become equal when a letter is left out of each. So every word is entered under what
 * remains of its first seven letters when up to two are left out, and a misspelt word looks under what remains of its
 * own: at most 29 lookups, whatever the size of the vocabulary, where a walk over a trie grows with it.
 */
export interface Spelling {
  add(word: number, text: string): void;
  remove(word: number, text: string): void;
  /** Visits the words within `most` edits, 2 at the most, in no promised order. Returns how many were compared. */
  near(text: string, most: number, visit: VisitNeighbour): number;
}

export function createSpelling(textOf: (word: number) => string): Spelling {
  // Linear hashing (Litwin 1980): the table grows by a bucket at a time, so that no word ever waits for a rehash.
  let heads = new Int32Array(16).fill(-1);
  let buckets = 16;
  let mask = 15;
  // Entries form a linked list in each bucket.
  let nexts = new Int32Array(64);
  let words = new Int32Array(64);
  let hashes = new Int32Array(64);
  let entries = 0;
  let unused = -1;
  let made = 0;
  let seen = new Int32Array(64);
  let run = 0;

  function bucketOf(hash: number): number {
    const bucket = hash & mask;
    return bucket < buckets ? bucket : hash & (mask >>> 1);
  }

  function insert(hash: number, word: number): void {
    let entry = unused;
    if (entry >= 0) unused = nexts[entry] ?? -1;
    else {
      entry = made;
      made += 1;
      nexts = grownTo(nexts, made);
      words = grownTo(words, made);
      hashes = grownTo(hashes, made);
    }
    words[entry] = word;
    hashes[entry] = hash;
    link(bucketOf(hash), entry);
    entries += 1;
    if (entries > buckets) split();
  }

  function link(bucket: number, entry: number): void {
    nexts[entry] = heads[bucket] ?? -1;
    heads[bucket] = entry;
  }

  /** Adds a bucket, and moves to it what belongs there from the one that shares its lower bits. */
  function split(): void {
    const added = buckets;
    buckets += 1;
    if (added > mask) mask = mask * 2 + 1;
    heads = grownTo(heads, buckets);
    const from = added & (mask >>> 1);
    let entry = heads[from] ?? -1;
    heads[from] = -1;
    heads[added] = -1;
    while (entry >= 0) {
      const next = nexts[entry] ?? -1;
      link(bucketOf(hashes[entry] ?? 0), entry);
      entry = next;
    }
  }

  function erase(hash: number, word: number): void {
    const bucket = bucketOf(hash);
    let before = -1;
    let entry = heads[bucket] ?? -1;
    while (entry >= 0 && (words[entry] !== word || hashes[entry] !== hash)) {
      before = entry;
      entry = nexts[entry] ?? -1;
    }
    if (entry < 0) return;
    const next = nexts[entry] ?? -1;
    if (before < 0) heads[bucket] = next;
    else nexts[before] = next;
    nexts[entry] = unused;
    unused = entry;
    entries -= 1;
  }

  return {
    add(word, text) {
      if (CORRECTABLE.test(text)) eachRemainder(text, DISTANCE_MAX, (hash) => insert(hash, word));
    },
    remove(word, text) {
      if (CORRECTABLE.test(text)) eachRemainder(text, DISTANCE_MAX, (hash) => erase(hash, word));
    },
    near(text, most, visit) {
      if (!CORRECTABLE.test(text)) return 0;
      run += 1;
      let compared = 0;
      eachRemainder(text, most, (hash) => {
        for (let entry = heads[bucketOf(hash)] ?? -1; entry >= 0; entry = nexts[entry] ?? -1) {
          const word = words[entry] ?? 0;
          if (hashes[entry] !== hash) continue;
          if (word >= seen.length) seen = grownTo(seen, word + 1);
          if (seen[word] === run) continue;
          seen[word] = run;
          compared += 1;
          const distance = editDistance(text, textOf(word), most);
          if (distance <= most) visit(word, distance);
        }
      });
      return compared;
    },
  };
}

const codes = new Int32Array(PREFIX_LENGTH);

/** Calls back with a hash of what remains of the word's beginning when none, one or two of its letters are left out. */
function eachRemainder(text: string, most: number, visit: (hash: number) => void): void {
  const length = Math.min(text.length, PREFIX_LENGTH);
  for (let at = 0; at < length; at += 1) codes[at] = text.charCodeAt(at);
  visit(hashWithout(length, -1, -1));
  for (let first = 0; first < length; first += 1) {
    visit(hashWithout(length, first, -1));
    if (most < 2) continue;
    for (let second = first + 1; second < length; second += 1) {
      visit(hashWithout(length, first, second));
    }
  }
}

/** FNV-1a over the letters that stay. */
function hashWithout(length: number, first: number, second: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < length; at += 1) {
    if (at === first || at === second) continue;
    hash = Math.imul(hash ^ (codes[at] ?? 0), 0x01000193);
  }
  return hash ^ (hash >>> 15);
}
