import type { Group, Reading } from "./groups.ts";
import { isWeakWord } from "./lexicon.ts";
import type { QueryTerm } from "./query-terms.ts";
import { STOP_WORDS } from "./stop-words.ts";

/** A compound counts beside its parts, but less. */
const WHOLE_WEIGHT = 0.5;
/** What a weak word counts where facts have it, and where none has. */
const WEAK_WEIGHT = 0.5;
/** However rare, "anyway" tells little. */
const WEAK_RARITY_MAX = 2;
const MISSING_WEAK_WEIGHT = 0.1;
/** Beginnings shorter than this are looked for in names only: in bodies they would find everything. */
const ANYWHERE_MIN_LENGTH = 3;

/** How common stems are. */
export interface Frequencies {
  /** How many facts there are. */
  readonly facts: number;
  /** How many of them hold the stem. */
  of(stem: number): number;
}

/** How much it says that a fact holds a term: the inverse document frequency of BM25. */
export function rarity(count: number, facts: number): number {
  return Math.log(1 + (facts - count + 0.5) / (count + 0.5));
}

/** Weighs the readings of words by how rare they are. A word that no fact holds weighs as much as the rarest. */
export function createWeigher(frequencies: Frequencies) {
  const { facts } = frequencies;

  return (term: QueryTerm, found: readonly Reading[], related: readonly number[]): Group => {
    const readings = closestOfEach(found);
    const isCompleted = readings.some(({ how }) => how === "completion");
    // All completions together are one thing to have: the more there are, the less it says that a fact has one.
    const shared = isCompleted
      ? readings.reduce((sum, { stem }) => sum + frequencies.of(stem), 0)
      : 0;
    const isWeak = isWeakWord(term.text) || STOP_WORDS.has(term.text);
    const rarityOf = (stem: number) => {
      const found = rarity(Math.min(shared || frequencies.of(stem), facts), facts);
      return isWeak ? Math.min(found, WEAK_RARITY_MAX) : found;
    };
    const factor = (term.isWhole ? WHOLE_WEIGHT : 1) * term.count * (isWeak ? WEAK_WEIGHT : 1);
    const [closest] = readings;
    const isMissing = closest === undefined || closest.how === "guess";
    return {
      term,
      related,
      isMissing,
      isWeak,
      namesOnly: isCompleted && term.text.length < ANYWHERE_MIN_LENGTH,
      weight: isMissing
        ? rarity(1, facts) * (isWeak ? MISSING_WEAK_WEIGHT : 1)
        : factor * rarityOf(closest.stem),
      readings: readings.map((reading) => ({
        stem: reading.stem,
        closeness: reading.closeness,
        how: reading.how,
        worth:
          factor *
          reading.closeness *
          Math.min(rarityOf(reading.stem), rarityOf(closest?.stem ?? reading.stem)),
      })),
    };
  };
}

function closestOfEach(readings: readonly Reading[]): readonly Reading[] {
  const closest = new Map<number, Reading>();
  for (const reading of readings) {
    const known = closest.get(reading.stem);
    if (!known || reading.closeness > known.closeness) closest.set(reading.stem, reading);
  }
  return [...closest.values()].sort((a, b) => b.closeness - a.closeness);
}
