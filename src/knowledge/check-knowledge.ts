import type { Problem } from "./errors.ts";
import type { Fact } from "./fact.ts";
import type { Examples } from "./fact-index.ts";
import { nameKey } from "./name-key.ts";
import type { Relations } from "./relations.ts";
import type { Release } from "./release.ts";
import type { Topic } from "./topic.ts";

/** Everything that is known: what ships, or what ships with local changes on top. */
export interface Knowledge extends Examples {
  readonly facts: readonly Fact[];
  readonly topics: readonly Topic[];
  readonly releases: readonly Release[];
}

/**
 * What is wrong between facts, topics and releases that are each well-formed: ids, titles and aliases used twice, links
 * that lead nowhere, releases that do not exist.
 */
export function checkKnowledge(
  knowledge: Knowledge,
  where: (fact: Fact) => string,
): readonly Problem[] {
  const ids = new Set(knowledge.facts.map((fact) => fact.id));
  const called = findCalledAmong(knowledge.facts);
  /** Each clash is told once, at its second place. */
  const calledBefore = (fact: Fact) => (key: string) => {
    const facts = called(key);
    return facts.slice(0, facts.indexOf(fact));
  };
  return [
    ...doubled(knowledge.topics.map((topic) => topic.id)).map((id) => ({
      where: "topics.json",
      id,
      field: "id",
      message: "is used twice",
    })),
    ...doubledFacts(knowledge.facts, where),
    ...knowledge.facts.flatMap((fact) => [
      ...checkLinks(fact, ids, where(fact)),
      ...checkPlace(fact, knowledge, where(fact)),
      ...checkNames(fact, calledBefore(fact), where(fact)),
    ]),
    ...checkExamples(knowledge, ids, called),
  ];
}

function doubled(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, at) => values.indexOf(value) !== at))];
}

function doubledFacts(facts: readonly Fact[], where: (fact: Fact) => string): readonly Problem[] {
  const seen = new Map<string, Fact>();
  const problems: Problem[] = [];
  for (const fact of facts) {
    const other = seen.get(fact.id);
    if (other) {
      const message = `is used in ${where(other)} too`;
      problems.push({ where: where(fact), id: fact.id, field: "id", message });
    }
    seen.set(fact.id, fact);
  }
  return problems;
}

function checkLinks(fact: Relations, ids: ReadonlySet<string>, where: string): readonly Problem[] {
  const links = [
    ...fact.related.map((id) => ({ field: "related", id })),
    ...(fact.supersededBy ? [{ field: "supersededBy", id: fact.supersededBy }] : []),
  ];
  return links
    .filter((link) => !ids.has(link.id))
    .map(({ field, id }) => ({
      where,
      id: fact.id,
      field,
      message: `names "${id}", and there is no such fact`,
    }));
}

function checkPlace(fact: Relations, knowledge: Knowledge, where: string): readonly Problem[] {
  const problems: Problem[] = [];
  const isTopic = knowledge.topics.some((topic) => topic.id === fact.topic);
  if (fact.topic !== undefined && !isTopic) {
    const message = `names "${fact.topic}", and there is no such topic`;
    problems.push({ where, id: fact.id, field: "topic", message });
  }
  const releases = {
    since: fact.since,
    until: fact.until,
    "checked.against": fact.checked?.against,
  };
  for (const [field, version] of Object.entries(releases)) {
    if (version && !knowledge.releases.some((release) => release.version === version)) {
      const message = `names ${version}, and no such mainline release is known here`;
      problems.push({ where, id: fact.id, field, message });
    }
  }
  return problems;
}

/** What one fact is held against; a KnowledgeBase has it. */
export interface Known {
  findFact(id: string): unknown;
  findTopic(id: string): Topic | undefined;
  /** The facts that have a name with this key: a title or alias, and maybe also those with such an id. */
  called(key: string): readonly Relations[];
  listReleases(): readonly Release[];
}

/** What is wrong between one fact, as it is to be, and everything else that is known. */
export function checkFact(fact: Relations, known: Known): readonly Problem[] {
  const links = [...fact.related, ...(fact.supersededBy ? [fact.supersededBy] : [])];
  const ids = new Set(links.filter((id) => known.findFact(id) !== undefined));
  const topic = fact.topic === undefined ? undefined : known.findTopic(fact.topic);
  const knowledge = { facts: [], topics: topic ? [topic] : [], releases: known.listReleases() };
  return [
    ...checkLinks(fact, ids, "fact"),
    ...checkPlace(fact, knowledge, "fact"),
    ...checkNames(fact, known.called, "fact"),
  ];
}

/** All that is known once facts are changed, or gone: they may refer to each other, and trade their names. */
export function knownAfter(known: Known, changes: ReadonlyMap<string, Relations | null>): Known {
  const calledAnew = findCalledAmong([...changes.values()].flatMap((fact) => fact ?? []));
  return {
    findFact: (id) => (changes.has(id) ? (changes.get(id) ?? undefined) : known.findFact(id)),
    findTopic: known.findTopic,
    called: (key) => [
      ...known.called(key).filter(({ id }) => !changes.has(id)),
      ...calledAnew(key),
    ],
    listReleases: known.listReleases,
  };
}

/** A name leads to one fact, once: what is typed exactly must have one answer. */
function checkNames(fact: Relations, called: Known["called"], where: string): readonly Problem[] {
  const own = new Map<string, string>();
  return namesIn(fact).flatMap((name) => {
    const [key, text] = [nameKey(name), JSON.stringify(name)];
    const first = own.get(key);
    if (first !== undefined) {
      const message = `${text} is the same name as ${JSON.stringify(first)}`;
      return [{ where, id: fact.id, field: "aliases", message }];
    }
    own.set(key, name);
    const field = name === fact.title ? "title" : "aliases";
    return called(key)
      .filter((other) => other.id !== fact.id && keysOf(other).includes(key))
      .map((other) => ({
        where,
        id: fact.id,
        field,
        message: `${text} is a name of ${other.id} too`,
      }));
  });
}

/** An example stands in one place: as the name of a fact, as a question that one fact answers, or as one that none does. */
function checkExamples(
  { answered = new Map(), outOfScope = [] }: Examples,
  ids: ReadonlySet<string>,
  called: (key: string) => readonly Relations[],
): readonly Problem[] {
  const field = "questions";
  const seen = new Map<string, string>();
  const check = (questions: readonly string[], where: string, place: string) =>
    questions.flatMap((question) => {
      const key = nameKey(question);
      const text = JSON.stringify(question);
      const names = called(key).map(({ id }) => `a name of ${id}`);
      const before = seen.get(key);
      seen.set(key, place);
      const others = before === undefined ? names : [...names, `which is among ${before} too`];
      return others.map((other) => ({ where, field, message: `has ${text}, ${other}` }));
    });
  return [
    ...[...answered].flatMap(([id, questions]) => [
      ...(ids.has(id) ? [] : [unknownFact(id)]),
      ...check(questions, "questions", `those of ${id}`),
    ]),
    ...check(outOfScope, "out-of-scope.json", "those out of scope"),
  ];
}

function unknownFact(id: string): Problem {
  return { where: "questions", id, field: "fact", message: "is no fact's id" };
}

/** Finds facts among some by the key of a title or alias. */
export function findCalledAmong(facts: Iterable<Relations>): (key: string) => readonly Relations[] {
  const called = new Map<string, Relations[]>();
  for (const fact of facts) {
    for (const key of new Set(keysOf(fact))) {
      const others = called.get(key);
      if (others) others.push(fact);
      else called.set(key, [fact]);
    }
  }
  return (key) => called.get(key) ?? [];
}

function namesIn({ title, aliases }: Relations): readonly string[] {
  return title === undefined ? aliases : [title, ...aliases];
}

function keysOf(fact: Relations): readonly string[] {
  return namesIn(fact).map(nameKey);
}
