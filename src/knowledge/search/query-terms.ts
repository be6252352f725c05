import { STOP_WORDS } from "./stop-words.ts";
import type { Term } from "./tokenize.ts";

/** The most words of a query that are looked for: the first ones; more make no question clearer. */
export const QUERY_TERMS_MAX = 48;

/** Who says a word more often than this means it no more. */
const REPEATS_MAX = 8;

const IDENTIFIER = /\w_+\w|\p{Ll}\p{Lu}/u;

/** A word of a query. */
export interface QueryTerm {
  readonly text: string;
  /** How often the query says it, up to REPEATS_MAX. */
  count: number;
  /** A compound, given together with its parts. */
  readonly isWhole: boolean;
  readonly isPart: boolean;
  /** It is written as names in programs are: `spin_lock`, `SpinLock`. */
  readonly isIdentifier: boolean;
  /** It ends the query, so it may be unfinished. */
  readonly isLast: boolean;
  /** This word and the one before or after it, written as one. */
  readonly joined: readonly string[];
}

/**
 * The words of a query that are worth looking for, each once, in order. Small words are left out, unless there are no
 * others. While somebody types, the last word stays whatever it is: `in` may become `init`.
 */
export function queryTerms(
  query: string,
  read: readonly Term[],
  typing: boolean,
): readonly QueryTerm[] {
  const content = read.filter(({ text }) => !STOP_WORDS.has(text));
  const last = read.at(-1)?.end === query.length ? read.findLast(({ part }) => !part) : undefined;
  const wanted = content.length > 0 ? [...content] : [...read];
  if (typing && last && !wanted.includes(last)) wanted.push(last);

  const terms = new Map<string, QueryTerm>();
  for (const [at, { text, part, start, end }] of wanted.entries()) {
    const known = terms.get(text);
    if (known) {
      known.count = Math.min(REPEATS_MAX, known.count + 1);
      continue;
    }
    if (terms.size === QUERY_TERMS_MAX) break;
    const before = wanted[at - 1];
    const after = wanted[at + 1];
    terms.set(text, {
      text,
      count: 1,
      isWhole: !part && after?.part === true,
      isPart: part,
      isIdentifier: !part && IDENTIFIER.test(query.slice(start, end)),
      // The last part of a compound is what is being typed, and so is the compound.
      isLast: wanted[at] === last || (part && at === wanted.length - 1 && end === query.length),
      joined: part
        ? []
        : [
            ...(before && !before.part ? [before.text + text] : []),
            ...(after && !after.part ? [text + after.text] : []),
          ],
    });
  }
  return [...terms.values()];
}
