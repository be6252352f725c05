import { STOP_WORDS } from "./search/stop-words.ts";
import { eachTerm } from "./search/tokenize.ts";

const KEY_MAX_LENGTH = 200;

/**
 * What questions that ask for the same come to: their words, case-folded and sorted, each once, without stop words.
 * Empty for a text without any word of its own, which is no question to count.
 */
export function normaliseQuestion(question: string): string {
  const words = new Set<string>();
  eachTerm(question, (term, _start, _end, part) => {
    if (!part && /[\p{L}\p{N}]/u.test(term) && !STOP_WORDS.has(term)) words.add(term);
  });
  return [...words].sort().join(" ").slice(0, KEY_MAX_LENGTH).trim();
}
