import type { Fact } from "../src/knowledge/fact.ts";
import { normaliseQuestion } from "../src/knowledge/normalise-question.ts";
import { stem } from "../src/knowledge/search/stem.ts";
import { WEAK_WORDS } from "../src/knowledge/search/weak-words.ts";
import type { CommandDeps } from "./command-deps.ts";

/** A question that got no answer, and the fact that its asker found a moment later in other words. */
export interface FoundLater {
  readonly key: string;
  readonly factId: string;
}

/** Counts questions without an answer, and notices what their askers find next. Whose they were stays in memory. */
export interface Misses {
  /** Counts one. Returns what its asker is told of that; nothing where it is not counted. */
  miss(userId: string, question: string, near: readonly Fact[]): string;
  /**
   * Somebody got an answer: if they had just missed one that shares a word with the fact, or that it came near to, the
   * fact may be what they meant.
   */
  hit(userId: string, fact: Fact): void;
  /** Newest first, one a question. */
  foundLater(): readonly FoundLater[];
  /** The question has been dealt with. */
  settle(key: string): void;
}

interface Miss {
  readonly key: string;
  /** The ids of the facts that came nearest. */
  readonly near: readonly string[];
  readonly at: number;
}

const FOUND_WITHIN_MS = 60_000;
const KEPT = 500;

export function createMisses({ curationStore, gaps, now, afterwards }: CommandDeps): Misses {
  const missed = new Map<string, Miss>();
  const found = new Map<string, FoundLater>();

  return {
    miss(userId, question, near) {
      const key = normaliseQuestion(question);
      if (!gaps || key === "") return "";
      const ids = near.map(({ id }) => id);
      afterwards(() => curationStore.countGap({ key, question, near: ids }));
      keep(missed, userId, { key, near: ids, at: now() });
      return "-# Counted, without your name, among the questions that need a fact.";
    },
    hit(userId, fact) {
      const miss = missed.get(userId);
      missed.delete(userId);
      if (miss && now() - miss.at <= FOUND_WITHIN_MS && isAkin(miss, fact)) {
        keep(found, miss.key, { key: miss.key, factId: fact.id });
      }
    },
    foundLater: () => [...found.values()].reverse(),
    settle: (key) => {
      found.delete(key);
    },
  };
}

/** People go on to other things: a fact that has nothing of the question is not what they meant by it. */
function isAkin({ key, near }: Miss, { id, title, aliases, tags }: Fact): boolean {
  if (near.includes(id)) return true;
  const words = new Set([title, ...aliases, ...tags].map(normaliseQuestion).flatMap(stemsOf));
  return stemsOf(key).some((word) => !WEAK.has(word) && words.has(word));
}

function stemsOf(key: string): readonly string[] {
  return key.split(" ").map(stem);
}

const WEAK: ReadonlySet<string> = new Set(WEAK_WORDS.map(stem));

/** The newest at the end; the oldest goes when there are too many. */
function keep<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > KEPT && oldest !== undefined) map.delete(oldest);
}
