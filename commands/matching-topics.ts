import type { KnowledgeBase } from "../src/knowledge/knowledge-base.ts";
import type { Topic } from "../src/knowledge/topic.ts";

/**
 * The topics that hold every word that was typed, the last one perhaps unfinished, in id, title or description; those
 * with all of them in the title first. All topics for nothing, none for signs alone.
 */
export function matchingTopics(base: KnowledgeBase, typed: string): readonly Topic[] {
  const wanted = wordsOf(typed);
  if (wanted.length === 0 && typed.trim() !== "") return [];
  const ranked = base.listTopics().map(({ topic }) => ({ topic, rank: rankOf(topic, wanted) }));
  return ranked
    .filter(({ rank }) => rank < NO_MATCH)
    .sort((a, b) => a.rank - b.rank)
    .map(({ topic }) => topic);
}

const NO_MATCH = 3;

function rankOf({ id, title, description }: Topic, wanted: readonly string[]): number {
  if (wanted.join("-") === id || wanted.join(" ") === wordsOf(title).join(" ")) return 0;
  const name = wordsOf(`${title} ${id}`);
  if (wanted.every((word) => begins(name, word))) return 1;
  const all = [...name, ...wordsOf(description)];
  return wanted.every((word) => begins(all, word)) ? 2 : NO_MATCH;
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function begins(words: readonly string[], start: string): boolean {
  return words.some((word) => word.startsWith(start));
}
