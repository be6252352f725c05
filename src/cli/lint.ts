import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describeProblem, KnowledgeError, type Problem } from "../knowledge/errors.ts";
import { isPrimary, lintFacts, type Warning } from "../knowledge/lint-facts.ts";
import { checkDay } from "../knowledge/read-fact.ts";
import { readKnowledge, type ShippedKnowledge } from "../stores/read-knowledge.ts";
import { namingFile } from "./file-error.ts";
import { today } from "./today.ts";
import { type Cli, UsageError, type Verb } from "./verb.ts";

const ACCEPTED_FILE = "accepted-warnings.json";

/**
 * Holds the shipped facts to all the rules. Exit code 1 where something is wrong or a warning is not accepted.
 * Accepted warnings stand in `accepted-warnings.json` beside the facts: by rule, the ids they are accepted for.
 */
export const lint: Verb = {
  usage: "",
  async run(args, cli) {
    if (args.length > 0) throw new UsageError("Usage: facts lint");
    const knowledge = await read(cli);
    if (!knowledge) return 1;
    const { errors: found, warnings } = lintFacts(knowledge, knowledge.fileOf);
    const errors = [...found, ...checkedTooLate(knowledge)];
    const accepted = await readAccepted(cli.config.factsDir);
    const open = warnings.filter(({ rule, id }) => !accepted[rule]?.includes(id));
    const stale = staleAcceptances(accepted, warnings);
    for (const error of errors) cli.print(`error: ${describeProblem(error)}`);
    for (const warning of open) cli.print(`warning (${warning.rule}): ${describeProblem(warning)}`);
    for (const line of stale) cli.print(`error: ${ACCEPTED_FILE}: ${line}`);
    cli.print(summary(knowledge, errors.length + stale.length, open.length));
    return errors.length + stale.length + open.length === 0 ? 0 : 1;
  },
};

async function read(cli: Cli): Promise<ShippedKnowledge | undefined> {
  try {
    return await readKnowledge(cli.config.factsDir);
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error;
    for (const problem of error.problems) cli.print(`error: ${describeProblem(problem)}`);
    cli.print(`${error.problems.length} errors`);
    return undefined;
  }
}

function checkedTooLate({ facts, fileOf }: ShippedKnowledge): readonly Problem[] {
  return facts.flatMap((fact) =>
    checkDay(fact, today()).map((problem) => ({ ...problem, where: fileOf(fact) })),
  );
}

type Accepted = Readonly<Partial<Record<string, readonly string[]>>>;

async function readAccepted(dir: string): Promise<Accepted> {
  const path = join(dir, ACCEPTED_FILE);
  const data = parseJson(await namingFile(path, () => readIfThere(path)), path);
  if (typeof data !== "object" || data === null) return {};
  return Object.fromEntries(
    Object.entries(data).map(([rule, ids]) => [
      rule,
      Array.isArray(ids) ? ids.filter((id) => typeof id === "string") : [],
    ]),
  );
}

async function readIfThere(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "{}";
    throw error;
  }
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new KnowledgeError("invalid", `${path} is not valid JSON: ${reason}.`);
  }
}

/** An acceptance that is not needed any more would hide the next mistake. */
function staleAcceptances(accepted: Accepted, warnings: readonly Warning[]): readonly string[] {
  return Object.entries(accepted).flatMap(([rule, ids = []]) =>
    ids
      .filter((id) => !warnings.some((warning) => warning.rule === rule && warning.id === id))
      .map((id) => `${rule}: ${id} has no such warning any more`),
  );
}

function summary(knowledge: ShippedKnowledge, errors: number, warnings: number): string {
  const { facts, topics, releases } = knowledge;
  const primary = facts.filter((fact) => fact.sources.some(isPrimary)).length;
  const featured = facts.filter((fact) => fact.featured).length;
  return [
    `${facts.length} facts in ${topics.length} topics, ${releases.length} releases`,
    `${featured} featured`,
    `${Math.round((primary / facts.length) * 100)} % with a primary source`,
    `${errors} errors, ${warnings} warnings`,
  ].join(" · ");
}
