/** How much of a text is looked at, so that the work for one message is bounded. */
const TEXT_MAX = 4_000;
const SENTENCES_MAX = 24;

/**
 * The parts of a message that can be looked up one by one: its sentences and lines, and each piece of inline code, as
 * people quote identifiers.
 */
export function sentencesOf(text: string): readonly string[] {
  const read = text.slice(0, TEXT_MAX);
  const code = [...read.matchAll(/`([^`\n]{2,80})`/g)].map((match) => match[1] ?? "");
  const sentences = read
    .split(/\n+|(?<=[.?!])\s+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence));
  return [...new Set([...code, ...sentences])].slice(0, SENTENCES_MAX);
}
