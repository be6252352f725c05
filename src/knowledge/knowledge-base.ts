import type { Knowledge } from "./check-knowledge.ts";
import { KnowledgeError } from "./errors.ts";
import type { Fact } from "./fact.ts";
import type { CreateFactIndex, Match } from "./fact-index.ts";
import type { LocalFact, Revision } from "./fact-store.ts";
import { compareKernelVersions, parseKernelVersion } from "./kernel-version.ts";
import type { Release } from "./release.ts";
import { sentencesOf } from "./sentences.ts";
import type { Topic } from "./topic.ts";

/** What a question is answered with. */
export type Answer =
  /** `others` are further facts above the floor, best first. */
  | { readonly known: true; readonly best: Match; readonly others: readonly Match[] }
  /** No fact is sure enough; `near` are the closest ones, at most three. */
  | { readonly known: false; readonly near: readonly Match[] };

/** What a name leads to. */
export type Resolution =
  | { readonly known: true; readonly fact: Fact }
  | { readonly known: false; readonly near: readonly Fact[] };

/** A kernel release with what began in it and what ended after it. */
export interface ReleaseView {
  readonly release: Release;
  readonly began: readonly Fact[];
  readonly ended: readonly Fact[];
  readonly previous?: Release;
  readonly next?: Release;
}

export interface Freshness {
  readonly facts: number;
  /** How many of the current facts were checked on or after the given day. */
  readonly checkedSince: number;
  readonly current: number;
  /** The newest day on which a fact was checked, such as `2026-11-22`. */
  readonly newest: string;
}

/** What the bot knows at this moment: the shipped facts with the local changes on top. */
export interface KnowledgeBase {
  /** The best fact for a free question, or the near misses when none is sure enough; each with its reasons. */
  ask(question: string): Answer;
  /** The best matches whatever their score, best first, each with its reasons. */
  search(query: string, limit: number): readonly Match[];
  /** The fact of this id, title or alias, or the best match that is sure enough. */
  resolve(name: string): Resolution;
  /** Facts for what has been typed so far, best first; the featured ones for nothing. */
  suggest(typed: string, limit: number): readonly Fact[];
  /** Facts that a longer text touches on, surest first, each with its reasons. */
  touchedBy(text: string, limit: number): readonly Match[];
  findFact(id: string): Fact | undefined;
  /** Throws KnowledgeError `unknown-fact`. */
  getFact(id: string): Fact;
  /** The number of the fact's newest local revision; 0 where it is as shipped, or unknown. */
  revisionOf(id: string): number;
  /** The facts whose id, title or an alias has this key, in the sense of `nameKey`. */
  called(key: string): readonly Fact[];
  /** By title. */
  listFacts(): readonly Fact[];
  listTopics(): readonly { readonly topic: Topic; readonly facts: number }[];
  findTopic(id: string): Topic | undefined;
  /** The facts of a topic by title. Throws KnowledgeError `unknown-topic`. */
  listFactsOf(topic: string): readonly Fact[];
  /** Newest first. */
  listReleases(): readonly Release[];
  /** Takes a release as people write it. Throws KnowledgeError `unknown-release`. */
  getRelease(version: string): ReleaseView;
  freshness(since: string): Freshness;
  /** Takes in what the store has kept. Searchable when it returns. */
  update(revisions: readonly Revision[]): void;
}

interface Dependencies {
  readonly shipped: Knowledge;
  readonly local: ReadonlyMap<string, LocalFact>;
  readonly createIndex: CreateFactIndex;
  /** The least score of an answer. */
  readonly floor: number;
}

const NEAR_MISSES = 3;
const ANSWERS = 6;

export function createKnowledgeBase(dependencies: Dependencies): KnowledgeBase {
  const { shipped, local, createIndex, floor } = dependencies;
  const facts = new Map(shipped.facts.map((fact) => [fact.id, fact]));
  const revisions = new Map<string, number>();
  for (const { id, revision, fact } of local.values()) {
    revisions.set(id, revision);
    if (fact) facts.set(id, fact);
    else facts.delete(id);
  }
  const index = createIndex(facts.values(), shipped);
  const releases = [...shipped.releases].reverse();

  const sorted = (list: Iterable<Fact>) => [...list].sort((a, b) => compareTitles(a, b));
  const factsWhere = (holds: (fact: Fact) => boolean) => sorted([...facts.values()].filter(holds));

  const topicOrder = new Map(shipped.topics.map(({ id }, at) => [id, at]));
  /** In the order of the topics, which goes from the whole to its parts; by title within one. */
  const byTopic = (list: readonly Fact[]) =>
    [...list].sort(
      (a, b) =>
        (topicOrder.get(a.topic) ?? Number.MAX_SAFE_INTEGER) -
        (topicOrder.get(b.topic) ?? Number.MAX_SAFE_INTEGER),
    );

  return {
    ask(question) {
      const matches = index.search(question, { limit: ANSWERS, reasons: true });
      const [best, ...others] = matches.filter((match) => match.score >= floor);
      if (best) return { known: true, best, others };
      return { known: false, near: matches.slice(0, NEAR_MISSES) };
    },

    search: (query, limit) => index.search(query, { limit, reasons: true }),

    resolve(name) {
      const fact = facts.get(name.trim());
      if (fact) return { known: true, fact };
      const matches = index.search(name, { limit: NEAR_MISSES });
      const best = matches[0];
      if (best && best.score >= floor) return { known: true, fact: best.fact };
      return { known: false, near: matches.map((match) => match.fact) };
    },

    suggest(typed, limit) {
      if (typed.trim() === "") return factsWhere((fact) => fact.featured).slice(0, limit);
      return index.search(typed, { limit, typing: true }).map((match) => match.fact);
    },

    touchedBy(text, limit) {
      const best = new Map<string, Match>();
      for (const sentence of sentencesOf(text)) {
        for (const match of index.search(sentence, { limit, reasons: true })) {
          const known = best.get(match.fact.id);
          if (match.score >= floor && match.score > (known?.score ?? 0)) {
            best.set(match.fact.id, match);
          }
        }
      }
      return [...best.values()].sort((a, b) => b.score - a.score).slice(0, limit);
    },

    findFact: (id) => facts.get(id),
    getFact(id) {
      const fact = facts.get(id);
      if (fact) return fact;
      throw new KnowledgeError("unknown-fact", "That fact is no longer in the knowledge base.");
    },
    revisionOf: (id) => revisions.get(id) ?? 0,
    called: (key) => index.called(key),
    listFacts: () => sorted(facts.values()),

    listTopics() {
      const counts = new Map<string, number>();
      for (const { topic } of facts.values()) counts.set(topic, (counts.get(topic) ?? 0) + 1);
      return shipped.topics.map((topic) => ({ topic, facts: counts.get(topic.id) ?? 0 }));
    },
    findTopic: (id) => shipped.topics.find((topic) => topic.id === id),
    listFactsOf(id) {
      if (shipped.topics.some((topic) => topic.id === id)) {
        return factsWhere((fact) => fact.topic === id);
      }
      throw new KnowledgeError(
        "unknown-topic",
        "There is no such topic. `/topics` lists them all.",
      );
    },

    listReleases: () => releases,
    getRelease(text) {
      const version = parseKernelVersion(text);
      const at = releases.findIndex((release) => release.version === version);
      const release = releases[at];
      if (!release) throw unknownRelease(releases);
      const [previous, next] = [releases[at + 1], releases[at - 1]];
      return {
        release,
        began: byTopic(factsWhere((fact) => fact.since === version)),
        ended: byTopic(factsWhere((fact) => fact.until === version)),
        ...(previous ? { previous } : {}),
        ...(next ? { next } : {}),
      };
    },

    freshness(since) {
      const current = [...facts.values()].filter((fact) => fact.status === "current");
      const days = [...facts.values()].map((fact) => fact.checked.on).sort();
      return {
        facts: facts.size,
        current: current.length,
        checkedSince: current.filter((fact) => fact.checked.on >= since).length,
        newest: days.at(-1) ?? "",
      };
    },

    update(made) {
      for (const { id, number, after } of made) {
        const known = facts.has(id);
        if (after === null) {
          facts.delete(id);
          index.remove(id);
        } else {
          facts.set(id, after);
          if (known) index.replace(after);
          else index.add(after);
        }
        revisions.set(id, number);
      }
    },
  };
}

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

function compareTitles(a: Fact, b: Fact): number {
  return collator.compare(a.title.replace(/^\P{L}+/u, ""), b.title.replace(/^\P{L}+/u, ""));
}

function unknownRelease(releases: readonly Release[]): KnowledgeError {
  const versions = releases.map((release) => release.version).sort(compareKernelVersions);
  const [first = "none", last = first] = [versions.at(0), versions.at(-1)];
  const sentence = `Only mainline releases from Linux ${first} to ${last} are known here.`;
  return new KnowledgeError("unknown-release", sentence);
}
