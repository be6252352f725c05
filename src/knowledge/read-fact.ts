import { checkFact, type Known } from "./check-knowledge.ts";
import { DAY_MS } from "./day-ms.ts";
import type { Problem } from "./errors.ts";
import type { Fact } from "./fact.ts";
import { type Parsed, parseFact } from "./parse-fact.ts";
import { type Relations, readRelations } from "./relations.ts";

/** What facts that somebody hands in are held against. */
export interface Standard {
  readonly known: Known;
  /** Today, as facts write it. */
  readonly today: string;
}

/**
 * Reads one fact from untrusted data and holds it against what is known: all that is wrong with it at once, in its shape
 * and between it and others, as far as it can be read. What was wrong with it `before` already is nobody's doing.
 */
export function readFact(data: object, before: Fact | null, standard: Standard): Parsed<Fact> {
  const parsed = parseFact(data, "fact");
  const relations = parsed.value ?? readRelations(data, before?.id ?? "");
  const problems = [...parsed.problems, ...newProblems(relations, before, standard)];
  return parsed.value && problems.length === 0 ? parsed : { problems };
}

/** What is wrong between a fact and what is known, and was not before. */
export function newProblems(
  fact: Relations,
  before: Fact | null,
  { known, today }: Standard,
): readonly Problem[] {
  const all = (relations: Relations) => [
    ...checkFact(relations, known),
    ...checkDay(relations, today),
  ];
  const old = before === null ? [] : all(before);
  return all(fact).filter(
    ({ field, message }) => !old.some((one) => one.field === field && one.message === message),
  );
}

/** A fact cannot have been checked later than today, which is tomorrow elsewhere. */
export function checkDay({ id, checked }: Relations, today: string): readonly Problem[] {
  const tomorrow = new Date(Date.parse(today) + DAY_MS).toISOString().slice(0, 10);
  if (checked === undefined || checked.on <= tomorrow) return [];
  const message = `is ${checked.on}, a day that is yet to come`;
  return [{ where: "fact", id, field: "checked.on", message }];
}
