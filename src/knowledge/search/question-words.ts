const QUESTION_WORDS = ["what", "when", "where", "which", "who", "why", "how"];

/** A bit for the word with which a question asks; 0 for any other word. */
export function questionBit(word: string): number {
  const at = QUESTION_WORDS.indexOf(word);
  return at < 0 ? 0 : 1 << at;
}
