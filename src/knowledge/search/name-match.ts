import type { Group } from "./groups.ts";
import { askedBy, END_OF_NAME } from "./read-fact.ts";
import { type Frequencies, rarity } from "./weigh.ts";

/** How far a related word in a name is believed to mean the word of the query. */
const RELATED_CLOSENESS = 0.7;

/** How far the query and a fact's names say the same, each word weighted by its rarity: all 0 to 1. */
export interface NameMatch {
  /** Of the title: the harmonic mean of how much of the query it covers and how much of it the query covers. */
  readonly title: number;
  /** The same of the best alias, ... */
  readonly alias: number;
  /** ... how much of that alias the query covers, ... */
  readonly aliasFilled: number;
  /** ... and whether it asks with the same word, such as `when`. */
  readonly isAskedAlike: boolean;
}

interface Meaning {
  readonly group: number;
  readonly groupWeight: number;
  readonly closeness: number;
}

const NOTHING: Meaning = { group: 0, groupWeight: 0, closeness: 0 };

interface Agreement {
  readonly agreement: number;
  readonly filled: number;
}

const NO_AGREEMENT: Agreement = { agreement: 0, filled: 0 };

/**
 * Compares facts' names with a query. An alias that says what the query says, and little else, is far better evidence
 * than the same words spread over a body, which is all that BM25 sees.
 */
export function createNameMatcher(
  groups: readonly Group[],
  asked: number,
  frequencies: Frequencies,
): (names: readonly number[]) => NameMatch {
  const meanings = meaningsOf(groups);
  const whole = groups.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const covered = new Float64Array(groups.length);

  function agree(names: readonly number[], from: number, to: number): Agreement {
    covered.fill(0);
    let size = 0;
    let met = 0;
    let said = 0;
    for (let at = from; at < to; at += 1) {
      const stem = names[at] ?? 0;
      const weight = rarity(frequencies.of(stem), frequencies.facts);
      size += weight;
      const found = meanings.get(stem);
      if (!found) continue;
      let closest = 0;
      for (let one = 0; one < found.length; one += 1) {
        const { group, closeness, groupWeight } = found[one] ?? NOTHING;
        if (closeness > closest) closest = closeness;
        const before = covered[group] ?? 0;
        if (closeness <= before) continue;
        covered[group] = closeness;
        said += (closeness - before) * groupWeight;
      }
      met += weight * closest;
    }
    if (said === 0) return NO_AGREEMENT;
    const share = said / whole;
    const filled = met / size;
    return { filled, agreement: (2 * share * filled) / (share + filled) };
  }

  return (names) => {
    let title: number | undefined;
    let best = NO_AGREEMENT;
    let isAskedAlike = false;
    let from = 0;
    for (let to = 0; to < names.length; to += 1) {
      const end = names[to] ?? 0;
      if (end > END_OF_NAME) continue;
      const found = agree(names, from, to);
      from = to + 1;
      if (title === undefined) title = found.agreement;
      else if (found.agreement > best.agreement) {
        best = found;
        isAskedAlike = (askedBy(end) & asked) > 0;
      }
    }
    return { title: title ?? 0, alias: best.agreement, aliasFilled: best.filled, isAskedAlike };
  };
}

/** What each stem would mean in a name: which words of the query, and how surely. */
function meaningsOf(groups: readonly Group[]): ReadonlyMap<number, readonly Meaning[]> {
  const meanings = new Map<number, Meaning[]>();
  const add = (stem: number, meaning: Meaning) => {
    const known = meanings.get(stem);
    if (!known) meanings.set(stem, [meaning]);
    else if (known.every(({ group }) => group !== meaning.group)) known.push(meaning);
  };
  for (const [group, { readings, related, weight: groupWeight }] of groups.entries()) {
    for (const { stem, closeness } of readings) add(stem, { group, groupWeight, closeness });
    for (const stem of related) {
      add(stem, { group, groupWeight, closeness: RELATED_CLOSENESS });
    }
  }
  return meanings;
}
