import { STOP_WORDS } from "./stop-words.ts";
import { eachTerm } from "./tokenize.ts";

/** The terms of a text in order, compounds whole and without their parts. */
export function wholeTerms(text: string): readonly string[] {
  const terms: string[] = [];
  eachTerm(text, (term, _start, _end, part) => {
    if (!part) terms.push(term);
  });
  return terms;
}

/**
 * What is left of a question when its form is ignored: case-folded content words, each once, sorted, joined by spaces.
 * Questions that differ in order, case, punctuation or small words are one. All words are kept where all are small.
 */
export function normaliseQuestion(text: string): string {
  const terms = [...new Set(wholeTerms(text))].sort();
  const content = terms.filter((term) => !STOP_WORDS.has(term));
  return (content.length > 0 ? content : terms).join(" ");
}
