import type { z } from "zod";
import { type Answered, AnsweredSchema } from "./answered.ts";
import { describeProblem, KnowledgeError, type Problem } from "./errors.ts";
import { FACT_LIMITS, type Fact, FactSchema } from "./fact.ts";
import { compareKernelVersions } from "./kernel-version.ts";
import { markdownLink } from "./markdown-link.ts";
import { type OutOfScope, OutOfScopeSchema } from "./out-of-scope.ts";
import { type Release, ReleaseSchema } from "./release.ts";
import { TOPICS_MAX, type Topic, TopicSchema } from "./topic.ts";

/** What was read, or every problem that kept it from being read; never both. */
export type Parsed<Value> =
  | { readonly value: Value; readonly problems: readonly [] }
  | { readonly value?: never; readonly problems: readonly Problem[] };

/** Reads one fact from untrusted data, with all that is wrong with it at once. `where` names the file or input. */
export function parseFact(data: unknown, where: string): Parsed<Fact> {
  const parsed = parse(FactSchema, data, where, idOf(data));
  if (parsed.value === undefined) return parsed;
  const problems = inconsistencies(parsed.value, where);
  return problems.length === 0 ? { value: parsed.value, problems: [] } : { problems };
}

/** Reads the array of a file in `facts/`. */
export function parseFacts(data: unknown, where: string): Parsed<readonly Fact[]> {
  return parseList(data, where, parseFact);
}

/** Reads `topics.json`. */
export function parseTopics(data: unknown, where: string): Parsed<readonly Topic[]> {
  const parsed = parseList(data, where, (item) => parse(TopicSchema, item, where, idOf(item)));
  if (parsed.value && parsed.value.length > TOPICS_MAX) {
    return { problems: [{ where, field: "", message: `must have at most ${TOPICS_MAX} topics` }] };
  }
  return parsed;
}

/** Reads `releases.json`: oldest first. */
export function parseReleases(data: unknown, where: string): Parsed<readonly Release[]> {
  const parsed = parseList(data, where, (item) =>
    parse(ReleaseSchema, item, where, idOf(item, "version")),
  );
  const misplaced = parsed.value?.find((release, at, all) => {
    const before = all[at - 1];
    return before && compareKernelVersions(before.version, release.version) >= 0;
  });
  if (misplaced) {
    const message = "must come after the release before it, once only";
    return { problems: [{ where, id: misplaced.version, field: "version", message }] };
  }
  return parsed;
}

/** Reads the array of a file in `questions/`. */
export function parseAnswered(data: unknown, where: string): Parsed<readonly Answered[]> {
  return parseList(data, where, (item) => parse(AnsweredSchema, item, where, idOf(item, "fact")));
}

/** Reads `out-of-scope.json`. */
export function parseOutOfScope(data: unknown, where: string): Parsed<readonly OutOfScope[]> {
  return parseList(data, where, (item) =>
    parse(OutOfScopeSchema, item, where, idOf(item, "about")),
  );
}

/** The value, or a KnowledgeError `invalid` that names every problem. */
export function valueOrThrow<Value>(parsed: Parsed<Value>, sentence: string): Value {
  if (parsed.value !== undefined) return parsed.value;
  const lines = parsed.problems.map((problem) => `- ${describeProblem(problem)}`);
  throw new KnowledgeError("invalid", [sentence, ...lines].join("\n"), {
    problems: parsed.problems,
  });
}

function parse<Schema extends z.ZodType>(
  schema: Schema,
  data: unknown,
  where: string,
  id: string | undefined,
): Parsed<z.output<Schema>> {
  const result = schema.safeParse(data);
  if (result.success) return { value: result.data, problems: [] };
  return {
    problems: result.error.issues.map((issue) => ({
      where,
      ...(id === undefined ? {} : { id }),
      field: issue.path.join("."),
      message: wording(issue),
    })),
  };
}

function wording(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys") return `has unknown fields: ${issue.keys.join(", ")}`;
  if (issue.code === "invalid_type") return `must be ${article(issue.expected)}, and is not`;
  return issue.message;
}

function article(type: string): string {
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}

function parseList<Value>(
  data: unknown,
  where: string,
  parseItem: (item: unknown, where: string) => Parsed<Value>,
): Parsed<readonly Value[]> {
  if (!Array.isArray(data)) {
    return { problems: [{ where, field: "", message: "must be a JSON array" }] };
  }
  const values: Value[] = [];
  const problems: Problem[] = [];
  for (const [at, item] of data.entries()) {
    const parsed = parseItem(item, where);
    if (parsed.value !== undefined) values.push(parsed.value);
    for (const problem of parsed.problems) {
      problems.push(problem.id === undefined ? { ...problem, id: `entry ${at + 1}` } : problem);
    }
  }
  return problems.length === 0 ? { value: values, problems: [] } : { problems };
}

function idOf(data: unknown, key = "id"): string | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  const id = Object.entries(data).find(([name]) => name === key)?.[1];
  return typeof id === "string" && id.length <= FACT_LIMITS.idMax ? id : undefined;
}

/** What the shape alone cannot say: fields that contradict each other. */
function inconsistencies(fact: Fact, where: string): readonly Problem[] {
  const problems: Problem[] = [];
  const say = (field: string, message: string) =>
    problems.push({ where, id: fact.id, field, message });

  if (fact.status === "superseded" && fact.supersededBy === undefined) {
    say("supersededBy", "must name the fact that replaced this one, since it is superseded");
  }
  if (fact.status !== "superseded" && fact.supersededBy !== undefined) {
    say("supersededBy", "is for superseded facts only");
  }
  if (fact.supersededBy === fact.id) say("supersededBy", "must not be the fact itself");
  if (fact.related.includes(fact.id)) say("related", "must not name the fact itself");
  if (fact.since && fact.until && compareKernelVersions(fact.since, fact.until) > 0) {
    say("until", `must not be before since (${fact.since})`);
  }
  const lists = { aliases: fact.aliases, tags: fact.tags, related: fact.related } as const;
  for (const [field, values] of Object.entries(lists)) {
    for (const value of duplicates(values)) say(field, `has ${JSON.stringify(value)} twice`);
  }
  for (const url of duplicates(fact.sources.map((source) => source.url))) {
    say("sources", `has ${url} twice`);
  }
  const shown = fact.body.length + fact.sources.map(markdownLink).join(" · ").length;
  if (shown > FACT_LIMITS.shownMax) {
    const message = `and body come to ${shown} characters as shown, ${FACT_LIMITS.shownMax} fit`;
    say("sources", message);
  }
  if (!balancedFences(fact.body)) say("body", "has a code fence (```) that is not closed");
  return problems;
}

function duplicates(values: readonly string[]): readonly string[] {
  const folded = values.map((value) => value.toLowerCase());
  return values.filter((_, at) => folded.indexOf(folded[at] ?? "") !== at);
}

function balancedFences(body: string): boolean {
  return (body.match(/```/g)?.length ?? 0) % 2 === 0;
}
