import { ANSWER_FLOOR } from "../src/knowledge/search/answer-floor.ts";
import { featuresOf, SCORE_MAX_INEXACT } from "../src/knowledge/search/confidence.ts";
import { createWitness } from "../src/knowledge/search/evidence.ts";
import { readExamples } from "../src/knowledge/search/example-words.ts";
import { createFactTable } from "../src/knowledge/search/fact-table.ts";
import { createFinder, type Found } from "../src/knowledge/search/find-facts.ts";
import { type Fit, NEARNESS_POWER } from "../src/knowledge/search/relevance.ts";
import { createScope } from "../src/knowledge/search/scope.ts";
import { readKnowledge } from "../src/stores/read-knowledge.ts";
import { type Question, readFurther, readSuite } from "../test/relevance/suite.ts";
import { type Choice, fitConditionalLogit } from "./support/conditional-logit.ts";
import { evidence, fitLogistic, type Observation } from "./support/logistic.ts";

/**
 * `tsx bench/relevance-calibrate.ts`: fits the weights of `relevanceOf` and `confidenceOf` on the calibration half of the
 * relevance suite and on further questions, and moves the constant so that this share of their answerable questions falls
 * below the floor. The weights of `relevanceOf` come first: those of `confidenceOf` depend on them, so put them in and run
 * it again.
 */
const ABSTAINS_WRONGLY_MAX = 0.025;
/** What the sum is for a fact that is just sure enough. */
const LOGIT_OF_FLOOR = Math.log(ANSWER_FLOOR / (SCORE_MAX_INEXACT - ANSWER_FLOOR));
const FOLDS = 8;
const POOL = 50;
const PARTS = ["calibration", "further"] as const;

const knowledge = await readKnowledge("data");
const { facts, answered } = knowledge;
const { calibration } = readSuite("test/relevance/questions.json");
const further = readFurther("test/relevance/further.json");
const table = createFactTable(answered);
for (const fact of facts) table.add(fact);
const examples = readExamples(knowledge);
const find = createFinder(table, examples);
const answerable = [...calibration, ...further].filter(({ ids }) => ids.length > 0);

console.log(
  "relevance: share, best alias, few aliases, few aliases without small words, likelihood, bigrams, prominence, nearness",
);
console.log(shares(fitConditionalLogit([...calibration, ...further].flatMap(choiceOf))));

const scopeOf = createScope(examples);
const observations = [
  ...calibration.flatMap((question) => observe(question, "calibration")),
  ...further.flatMap((question) => observe(question, "further")),
];
const weights = fitLogistic(observations);
const [constant = 0, ...rest] = weights;
const floor = floorFor(observations.map((one) => ({ ...one, value: sumOf(weights, one) })));
console.log(
  "confidence: constant, relevance, named, named rarity, unnamed, absent, missing, length, missing identifier, empty, single, resemblance, likelihood",
);
console.log(
  [constant - floor + LOGIT_OF_FLOOR, ...rest].map((weight) => weight.toFixed(2)).join(", "),
);

const held = crossValidate();
const heldFloor = floorFor(held);
console.log("fitted on the other folds, it abstains on");
for (const part of PARTS) {
  for (const holds of [false, true]) {
    const asked = held.filter((one) => one.part === part && one.holds === holds);
    const below = asked.filter(({ value }) => value < heldFloor).length;
    const what = `${part}, ${holds ? "answerable" : "without an answer"}`;
    console.log(`- ${((100 * below) / asked.length).toFixed(1)} % of ${asked.length}, ${what}`);
  }
}

interface Observed extends Observation {
  readonly part: (typeof PARTS)[number];
}

interface Scored extends Observed {
  readonly value: number;
}

/** None where a fact is called as the question says: that is not for calibration. */
function observe(question: Question, part: Observed["part"]): readonly Observed[] {
  const { called, candidates, read } = find(question.q, { limit: 1 });
  const [best] = candidates;
  if (called.length > 0 || !best) return [];
  const weighUp = createWitness(read.groups, table.lists, scopeOf(read.words));
  const features = featuresOf(weighUp(best));
  return [{ features, holds: question.ids.length > 0, part }];
}

function choiceOf({ q, ids }: Question): readonly Choice[] {
  const { called, candidates }: Found = find(q, { limit: POOL });
  const choice = candidates.map(({ fact, fit }) => ({
    features: fitsOf(fit),
    isRight: ids.includes(fact.id),
  }));
  return called.length === 0 && choice.some(({ isRight }) => isRight) ? [choice] : [];
}

/** What `relevanceOf` adds up, in its order. */
function fitsOf({ share, names, bigrams, prominence, nearness }: Fit): readonly number[] {
  const { best, few, fewContent, likelihood } = names;
  return [
    share,
    best,
    few,
    fewContent,
    likelihood,
    bigrams,
    prominence,
    nearness ** NEARNESS_POWER,
  ];
}

/** The value below which as many answerable questions fall as may. */
function floorFor(all: readonly Scored[]): number {
  const values = all.filter(({ holds }) => holds).map(({ value }) => value);
  const allowed = Math.floor(ABSTAINS_WRONGLY_MAX * answerable.length);
  const [below = 0, above = 0] = values.sort((a, b) => a - b).slice(allowed - 1);
  return (below + above) / 2;
}

function crossValidate(): readonly Scored[] {
  const fitted = Array.from({ length: FOLDS }, (_, fold) =>
    fitLogistic(observations.filter((_one, at) => at % FOLDS !== fold)),
  );
  return observations.map((one, at) => ({ ...one, value: sumOf(fitted[at % FOLDS] ?? [], one) }));
}

function sumOf(by: readonly number[], { features }: Observation): number {
  return evidence(by, features);
}

function shares(all: readonly number[]): string {
  const sum = all.reduce((total, weight) => total + weight, 0);
  return all.map((weight) => (weight / sum).toFixed(2)).join(", ");
}
