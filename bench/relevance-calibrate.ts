import type { Fact } from "../src/knowledge/fact.ts";
import { createFactTable } from "../src/knowledge/search/fact-table.ts";
import { createFinder } from "../src/knowledge/search/find-facts.ts";
import { queryEvidence } from "../src/knowledge/search/relevance.ts";
import { readKnowledge } from "../src/stores/read-knowledge.ts";
import { type Question, readSuite } from "../test/relevance/suite.ts";
import { evidence, fitLogistic, type Observation } from "./support/logistic.ts";

/**
 * `tsx bench/relevance-calibrate.ts`: fits the weights of `confidenceOf` on the calibration half of the relevance suite,
 * and moves the constant so that this share of its answerable questions falls below a floor of one half.
 */
const ABSTAINS_WRONGLY_MAX = 0.025;
const FOLDS = 5;

const { facts } = await readKnowledge("data");
const { calibration } = readSuite("test/relevance/questions.json");
const observations = observe(facts, calibration);
const inexact = observations.filter(({ isCalled }) => !isCalled);
const weights = fitLogistic(inexact);
const floor = floorFor(inexact.map((one) => ({ ...one, value: evidence(weights, one.features) })));
const [constant = 0, ...rest] = weights;

console.log("constant, relevance, missing, single:");
console.log([constant - floor, ...rest].map((weight) => weight.toFixed(2)).join(", "));
console.log(
  `abstains on ${percent(abstained(inexact, weights, floor))} of the unanswerable questions`,
);
console.log(`and, fitted on the other folds, on ${percent(crossValidated())}`);

interface Observed extends Observation {
  readonly isCalled: boolean;
}

function observe(all: readonly Fact[], questions: readonly Question[]): readonly Observed[] {
  const table = createFactTable();
  for (const fact of all) table.add(fact);
  const find = createFinder(table);
  return questions.map(({ q, ids }) => {
    const { called, candidates, groups } = find(q, { limit: 1 });
    const { missing, isSingle } = queryEvidence(groups);
    const features = [candidates[0]?.relevance ?? 0, Math.log(1 + missing), isSingle ? 1 : 0];
    return { features, holds: ids.length > 0, isCalled: called.length > 0 };
  });
}

/** The value below which as many answerable questions fall as may. */
function floorFor(all: readonly { readonly holds: boolean; readonly value: number }[]): number {
  const answerable = all.filter(({ holds }) => holds).map(({ value }) => value);
  const allowed = ABSTAINS_WRONGLY_MAX * calibration.filter(({ ids }) => ids.length > 0).length;
  return answerable.sort((a, b) => a - b)[Math.floor(allowed)] ?? 0;
}

function abstained(all: readonly Observation[], by: readonly number[], below: number): number {
  const unanswerable = all.filter(({ holds }) => !holds);
  const count = unanswerable.filter(({ features }) => evidence(by, features) < below).length;
  return count / Math.max(1, unanswerable.length);
}

function crossValidated(): number {
  const fitted = Array.from({ length: FOLDS }, (_, fold) =>
    fitLogistic(inexact.filter((_one, at) => at % FOLDS !== fold)),
  );
  const scored = inexact.map((one, at) => ({
    ...one,
    value: evidence(fitted[at % FOLDS] ?? [], one.features),
  }));
  const below = floorFor(scored);
  const unanswerable = scored.filter(({ holds }) => !holds);
  return (
    unanswerable.filter(({ value }) => value < below).length / Math.max(1, unanswerable.length)
  );
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
