import type { Group } from "./groups.ts";
import { askedBy, END_OF_NAME } from "./read-fact.ts";
import { type Frequencies, rarity } from "./weigh.ts";

/** How far a related word in a name is believed to mean the word of the query. */
const RELATED_CLOSENESS = 0.5;

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
  readonly closeness: number;
}

interface Agreement {
  readonly agreement: number;
  readonly filled: number;
}

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
    for (let at = from; at < to; at += 1) {
      const stem = names[at] ?? 0;
      const weight = rarity(frequencies.of(stem), frequencies.facts);
      let closest = 0;
      for (const { group, closeness } of meanings.get(stem) ?? []) {
        closest = Math.max(closest, closeness);
        covered[group] = Math.max(covered[group] ?? 0, closeness);
      }
      size += weight;
      met += weight * closest;
    }
    let said = 0;
    for (const [at, group] of groups.entries()) said += (covered[at] ?? 0) * group.weight;
    const share = said / whole;
    const filled = size > 0 ? met / size : 0;
    return { filled, agreement: share > 0 ? (2 * share * filled) / (share + filled) : 0 };
  }

  return (names) => {
    let title: number | undefined;
    let best: Agreement = { agreement: 0, filled: 0 };
    let isAskedAlike = false;
    let from = 0;
    for (const [to, end] of names.entries()) {
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
  for (const [group, { readings, related }] of groups.entries()) {
    for (const { stem, closeness } of readings) add(stem, { group, closeness });
    for (const stem of related) add(stem, { group, closeness: RELATED_CLOSENESS });
  }
  return meanings;
}
