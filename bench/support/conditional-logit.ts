const STEPS = 2_000;
const RATE = 1;
const RIDGE = 0.00002;
/** Nesterov's: without it, weights of features that go together take ten times as many steps. */
const MOMENTUM = 0.98;

/** What one question had to choose from: the features of each candidate, and whether it is a right one. */
export type Choice = readonly { readonly features: readonly number[]; readonly isRight: boolean }[];

/**
 * The weights under which the right candidates are likeliest to be chosen (McFadden 1973), by gradient ascent with a
 * little ridge. Choices without a right candidate say nothing and are to be left out.
 */
export function fitConditionalLogit(choices: readonly Choice[]): readonly number[] {
  let weights = choices[0]?.[0]?.features.map(() => 0) ?? [];
  let speed = weights;
  for (let step = 0; step < STEPS; step += 1) {
    const ahead = weights.map((weight, at) => weight + MOMENTUM * (speed[at] ?? 0));
    const gradient = ahead.map((weight) => -RIDGE * weight);
    for (const choice of choices) {
      const likelihoods = softmax(choice.map(({ features }) => dot(ahead, features)));
      const right = choice.reduce(
        (sum, { isRight }, at) => sum + (isRight ? (likelihoods[at] ?? 0) : 0),
        0,
      );
      for (const [at, { features, isRight }] of choice.entries()) {
        const likelihood = likelihoods[at] ?? 0;
        const pull = (isRight ? likelihood / right : 0) - likelihood;
        features.forEach((feature, index) => {
          gradient[index] = (gradient[index] ?? 0) + (pull * feature) / choices.length;
        });
      }
    }
    speed = speed.map((value, at) => MOMENTUM * value + RATE * (gradient[at] ?? 0));
    weights = weights.map((weight, at) => weight + (speed[at] ?? 0));
  }
  return weights;
}

function softmax(values: readonly number[]): readonly number[] {
  const greatest = Math.max(...values);
  const powers = values.map((value) => Math.exp(value - greatest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

function dot(weights: readonly number[], features: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * (features[at] ?? 0), 0);
}
