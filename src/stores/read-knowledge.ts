import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { checkKnowledge, type Knowledge } from "../knowledge/check-knowledge.ts";
import { describeProblem, KnowledgeError, type Problem } from "../knowledge/errors.ts";
import type { Fact } from "../knowledge/fact.ts";
import {
  type Parsed,
  parseAnswered,
  parseFacts,
  parseOutOfScope,
  parseReleases,
  parseTopics,
} from "../knowledge/parse-fact.ts";

/** The shipped knowledge as it was read, and where each fact stands. */
export interface ShippedKnowledge extends Knowledge {
  readonly answered: ReadonlyMap<string, readonly string[]>;
  readonly outOfScope: readonly string[];
  /** A short fingerprint of all that was read. */
  readonly version: string;
  /** The file of a fact, such as `facts/history.json`. */
  fileOf(fact: Fact): string;
}

/**
 * Reads `topics.json`, `releases.json`, `facts/*.json` and, where there are some, `questions/*.json` and
 * `out-of-scope.json` of a folder. Throws KnowledgeError `invalid` with every problem in every file, also when there is no
 * fact at all.
 */
export async function readKnowledge(dir: string): Promise<ShippedKnowledge> {
  const hash = createHash("sha256");
  const problems: Problem[] = [];

  async function read<Value>(
    file: string,
    parse: (data: unknown, where: string) => Parsed<readonly Value[]>,
    isOptional = false,
  ): Promise<readonly Value[]> {
    const { data, problem, isMissing } = await readJson(dir, file);
    if (isMissing && isOptional) return [];
    if (problem) {
      problems.push(problem);
      return [];
    }
    hash.update(file).update(JSON.stringify(data));
    const parsed = parse(data, file);
    problems.push(...parsed.problems);
    return parsed.value ?? [];
  }

  const topics = await read("topics.json", parseTopics);
  const releases = await read("releases.json", parseReleases);
  const outOfScope = (await read("out-of-scope.json", parseOutOfScope, true)).flatMap(
    ({ questions }) => questions,
  );
  const files = new Map<Fact, string>();
  for (const file of await listFiles(dir, "facts", problems)) {
    for (const fact of await read(file, parseFacts)) files.set(fact, file);
  }
  const facts = [...files.keys()];
  const answered = new Map<string, readonly string[]>();
  for (const file of await listFiles(dir, "questions", problems, true)) {
    for (const { fact, questions } of await read(file, parseAnswered)) {
      answered.set(fact, [...(answered.get(fact) ?? []), ...questions]);
    }
  }
  const fileOf = (fact: Fact) => files.get(fact) ?? "facts";

  if (problems.length === 0 && facts.length === 0) {
    problems.push({ where: join(dir, "facts"), field: "", message: "holds no fact" });
  }
  if (problems.length === 0) {
    problems.push(...checkKnowledge({ facts, topics, releases, answered, outOfScope }, fileOf));
  }
  if (problems.length > 0) throw unusable(dir, problems);
  const version = hash.digest("hex").slice(0, 8);
  return { facts, topics, releases, answered, outOfScope, fileOf, version };
}

async function listFiles(
  dir: string,
  folder: string,
  problems: Problem[],
  isOptional = false,
): Promise<readonly string[]> {
  try {
    const names = await readdir(join(dir, folder));
    return names
      .filter((name) => name.endsWith(".json"))
      .sort()
      .map((name) => `${folder}/${name}`);
  } catch (error) {
    if (isMissing(error) && isOptional) return [];
    problems.push({ where: join(dir, folder), field: "", message: reason(error) });
    return [];
  }
}

async function readJson(
  dir: string,
  file: string,
): Promise<{ readonly data?: unknown; readonly problem?: Problem; readonly isMissing?: boolean }> {
  try {
    const text = await readFile(join(dir, file), "utf8");
    return { data: JSON.parse(text) };
  } catch (error) {
    const problem = { where: join(dir, file), field: "", message: reason(error) };
    return { problem, isMissing: isMissing(error) };
  }
}

function reason(error: unknown): string {
  if (error instanceof SyntaxError) return `is not valid JSON: ${error.message}`;
  if (isMissing(error)) return "does not exist";
  return `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

function unusable(dir: string, problems: readonly Problem[]): KnowledgeError {
  const lines = problems.map((problem) => `- ${describeProblem(problem)}`);
  const sentence = `The facts in ${dir} cannot be used (FACTS_DIR names their folder):`;
  return new KnowledgeError("invalid", [sentence, ...lines].join("\n"), { problems });
}
