import type { Group } from "./groups.ts";
import { keepGreatest, sumOf } from "./keep-greatest.ts";
import { END_OF_NAME, timesOf, type WordCounts } from "./read-fact.ts";
import { type Frequencies, rarity } from "./weigh.ts";

/** How far a related word in a name is believed to mean the word of the query. */
const RELATED_CLOSENESS = 0.7;
/** How many of a fact's aliases are listened to. */
const FEW = 3;
/** A title is a statement, not a question: it counts where it is nearly the query. */
const TITLE_POWER = 3;
/** A fact with fewer aliases is taken as if those that it lacks agreed as far as its text and its title do. */
const MISSING_SHARE = 0.7;
const MISSING_TITLE = 0.35;
/** How many names' worth of doubt there is about a fact: the fewer its names, the less they prove by what they lack. */
const SMOOTHING = 8;
/** In what share of its names a fact says a word that it says at all, as a rule. */
const NAMES_WITH_WORD = 0.4;
/** How likely a query must be, in natural logarithms, to be taken as half proved. */
const HALF_PROVED = 20;
/** Small words are in so many facts' names that their rarity says too little of what they are worth here. */
const SMALL_WEIGHT = 2;

/**
 * How far a query and a fact's names say the same, 0 to 1: the harmonic mean of how much of the query a name covers and
 * how much of the name the query covers, each word weighted by its rarity.
 */
export interface NameMatch {
  /** Of the best alias, small words included. */
  readonly best: number;
  /** The mean of the best three aliases, small words included ... */
  readonly few: number;
  /** ... and without them. */
  readonly fewContent: number;
  /**
   * How much likelier the query is among the fact's names and the questions that it answers than among those of any fact: a
   * half where that makes no difference.
   */
  readonly likelihood: number;
}

interface Meaning {
  readonly group: number;
  readonly groupWeight: number;
  readonly closeness: number;
}

const NOTHING: Meaning = { group: 0, groupWeight: 0, closeness: 0 };

/**
 * Compares facts' names with a query. A name that says what the query says, and little else, is far better evidence than
 * the same words spread over a body, which is all that BM25 sees; and a fact that three of its aliases speak for is more
 * surely meant than one with a single chance agreement. Small words count here as nowhere else: they tell "without
 * unsafe" from "with unsafe", and "when" from "why".
 *
 * A single name is compared as a whole. What all names of a fact and all questions that it answers say together is told by
 * the likelihood of the query's words among them, smoothed by their likelihood among the names of all facts; see Zhai and
 * Lafferty, "A study of smoothing methods for language models applied to information retrieval" (TOIS 2004).
 */
export function createNameMatcher(
  groups: readonly Group[],
  smallStems: ReadonlySet<number>,
  frequencies: Frequencies,
): (names: readonly number[], questions: WordCounts, share: number) => NameMatch {
  const meanings = meaningsOf(groups);
  const rarityOf = (stem: number) => rarity(frequencies.of(stem), frequencies.facts);
  const weight = groups.reduce((sum, group) => sum + (group.isWeak ? 0 : group.weight), 0);
  const smallWeight = [...smallStems].reduce((sum, stem) => sum + SMALL_WEIGHT * rarityOf(stem), 0);
  const covered = new Float64Array(groups.length);
  const best = new Float64Array(FEW);
  const bestContent = new Float64Array(FEW);
  /** In how many names each word of the query is. */
  const hits = new Float64Array(groups.length);
  const smallAt = new Map([...smallStems].map((stem, at) => [stem, at]));
  const smallHits = new Float64Array(smallAt.size);
  /** The number of the name that each small word was last met in. */
  const smallMetIn = new Uint32Array(smallAt.size);
  let name = 0;

  /** Of the name between two places of the list. */
  function compare(names: readonly number[], from: number, to: number): void {
    covered.fill(0);
    name += 1;
    let size = 0;
    let met = 0;
    let said = 0;
    let smallSize = 0;
    let smallMet = 0;
    let smallSaid = 0;
    for (let at = from; at < to; at += 1) {
      const code = names[at] ?? 0;
      const stem = code < 0 ? ~code : code;
      const stemWeight = rarityOf(stem);
      if (code < 0) {
        smallSize += SMALL_WEIGHT * stemWeight;
        const place = smallAt.get(stem);
        if (place === undefined) continue;
        smallMet += SMALL_WEIGHT * stemWeight;
        if (smallMetIn[place] === name) continue;
        smallMetIn[place] = name;
        smallSaid += SMALL_WEIGHT * stemWeight;
        smallHits[place] = (smallHits[place] ?? 0) + 1;
        continue;
      }
      size += stemWeight;
      const found = meanings.get(stem);
      if (!found) continue;
      let closest = 0;
      for (let one = 0; one < found.length; one += 1) {
        const { group, closeness, groupWeight } = found[one] ?? NOTHING;
        if (closeness > closest) closest = closeness;
        const before = covered[group] ?? 0;
        if (closeness <= before) continue;
        covered[group] = closeness;
        hits[group] = (hits[group] ?? 0) + closeness - before;
        said += (closeness - before) * groupWeight;
      }
      met += stemWeight * closest;
    }
    const whole = weight + smallWeight;
    keepGreatest(best, agreement(said + smallSaid, whole, met + smallMet, size + smallSize));
    keepGreatest(bestContent, agreement(said, weight, met, size));
  }

  function countIn(questions: WordCounts): void {
    for (const [stem, meant] of meanings) {
      const times = timesOf(stem, questions);
      if (times === 0) continue;
      for (const { group, closeness } of meant)
        hits[group] = (hits[group] ?? 0) + times * closeness;
    }
    for (const [stem, at] of smallAt) {
      smallHits[at] = (smallHits[at] ?? 0) + timesOf(stem, questions);
    }
  }

  /** Of the names and questions that were looked at, 0 to 1. */
  function likelihood(count: number): number {
    let sum = 0;
    const add = (times: number, rarity: number) => {
      // How much likelier a word is in a name of a fact that says it at all than in one of any fact.
      const odds = Math.exp(rarity) / NAMES_WITH_WORD;
      sum += Math.log((times * odds + SMOOTHING) / (count + SMOOTHING));
    };
    for (const [group, { isWeak, weight }] of groups.entries()) {
      if (!isWeak) add(hits[group] ?? 0, weight);
    }
    for (const [stem, at] of smallAt) add(smallHits[at] ?? 0, rarityOf(stem));
    return (1 + sum / (Math.abs(sum) + HALF_PROVED)) / 2;
  }

  return (names, questions, share) => {
    let title: number | undefined;
    let count = 0;
    let from = 0;
    best.fill(0);
    bestContent.fill(0);
    hits.fill(0);
    smallHits.fill(0);
    for (let to = 0; to < names.length; to += 1) {
      if (names[to] !== END_OF_NAME) continue;
      compare(names, from, to);
      from = to + 1;
      if (title !== undefined) count += 1;
      else {
        title = bestContent[0] ?? 0;
        best.fill(0);
        bestContent.fill(0);
      }
    }
    if (questions.texts > 0) countIn(questions);
    const agreed = (title ?? 0) ** TITLE_POWER;
    const missing = MISSING_SHARE * share + MISSING_TITLE * agreed;
    const known = Math.min(1, (count + questions.texts) / FEW);
    for (let at = count; at < FEW; at += 1) {
      keepGreatest(best, missing);
      keepGreatest(bestContent, missing);
    }
    return {
      best: best[0] ?? 0,
      few: sumOf(best) / FEW,
      fewContent: sumOf(bestContent) / FEW,
      likelihood:
        (known && known * likelihood(1 + count + questions.texts)) + (1 - known) * missing,
    };
  };
}

function agreement(said: number, whole: number, met: number, size: number): number {
  if (said === 0 || met === 0) return 0;
  const share = said / whole;
  const filled = met / size;
  return (2 * share * filled) / (share + filled);
}

/** What each stem would mean in a name: which words of the query, and how surely. */
function meaningsOf(groups: readonly Group[]): ReadonlyMap<number, readonly Meaning[]> {
  const meanings = new Map<number, Meaning[]>();
  const add = (stem: number, meaning: Meaning) => {
    const known = meanings.get(stem);
    if (!known) meanings.set(stem, [meaning]);
    else if (known.every(({ group }) => group !== meaning.group)) known.push(meaning);
  };
  for (const [group, { readings, related, weight: groupWeight, isWeak }] of groups.entries()) {
    // A weak word counts among the small ones.
    if (isWeak) continue;
    for (const { stem, closeness } of readings) add(stem, { group, groupWeight, closeness });
    for (const stem of related) {
      add(stem, { group, groupWeight, closeness: RELATED_CLOSENESS });
    }
  }
  return meanings;
}
