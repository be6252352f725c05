import type { KnowledgeBase } from "../src/knowledge/knowledge-base.ts";
import type { Topic } from "../src/knowledge/topic.ts";

/** The topics whose id, title or description holds what was typed, those that begin with it first; all for nothing. */
export function matchingTopics(base: KnowledgeBase, typed: string): readonly Topic[] {
  const wanted = typed.trim().toLowerCase();
  const topics = base.listTopics().map(({ topic }) => topic);
  const ranked = topics.map((topic) => ({ topic, rank: rankOf(topic, wanted) }));
  return ranked
    .filter(({ rank }) => rank < NO_MATCH)
    .sort((a, b) => a.rank - b.rank)
    .map(({ topic }) => topic);
}

const NO_MATCH = 4;

function rankOf(topic: Topic, wanted: string): number {
  const title = topic.title.toLowerCase();
  if (topic.id === wanted || title === wanted) return 0;
  if (title.startsWith(wanted)) return 1;
  if (title.includes(wanted) || topic.id.includes(wanted)) return 2;
  return topic.description.toLowerCase().includes(wanted) ? 3 : NO_MATCH;
}
