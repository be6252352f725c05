const STEPS = 5_000;
const RATE = 0.005;
const RIDGE = 0.02;

/** One observation: what was seen, and whether it held. */
export interface Observation {
  readonly features: readonly number[];
  readonly holds: boolean;
}

/** Logistic regression by gradient descent, with a little ridge: the constant first, then a weight a feature. */
export function fitLogistic(observations: readonly Observation[]): readonly number[] {
  const rows = observations.map(({ features, holds }) => ({ values: [1, ...features], holds }));
  let weights = rows[0]?.values.map(() => 0) ?? [];
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = weights.map((weight, at) => (at === 0 ? 0 : RIDGE * weight));
    for (const { values, holds } of rows) {
      const error = probability(weights, values) - (holds ? 1 : 0);
      values.forEach((value, at) => {
        gradient[at] = (gradient[at] ?? 0) + error * value;
      });
    }
    weights = weights.map((weight, at) => weight - RATE * (gradient[at] ?? 0));
  }
  return weights;
}

/** The weighted sum of the features and the constant. */
export function evidence(weights: readonly number[], features: readonly number[]): number {
  return weights.reduce(
    (sum, weight, at) => sum + weight * (at === 0 ? 1 : (features[at - 1] ?? 0)),
    0,
  );
}

function probability(weights: readonly number[], values: readonly number[]): number {
  return (
    1 / (1 + Math.exp(-weights.reduce((sum, weight, at) => sum + weight * (values[at] ?? 0), 0)))
  );
}
