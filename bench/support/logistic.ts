const STEPS = 4_000;
const RATE = 0.5;
const RIDGE = 0.006;

/** One observation: what was seen, and whether it held. */
export interface Observation {
  readonly features: readonly number[];
  readonly holds: boolean;
}

/**
 * Logistic regression by gradient descent over features brought to one scale, with a little ridge: the constant first,
 * then a weight a feature.
 */
export function fitLogistic(observations: readonly Observation[]): readonly number[] {
  const scales = (observations[0]?.features ?? []).map((_feature, at) =>
    scaleOf(observations.map(({ features }) => features[at] ?? 0)),
  );
  const rows = observations.map(({ features, holds }) => ({
    values: [1, ...features.map((value, at) => scaled(value, scales[at]))],
    holds,
  }));
  let weights = rows[0]?.values.map(() => 0) ?? [];
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = weights.map((weight, at) => (at === 0 ? 0 : RIDGE * weight));
    for (const { values, holds } of rows) {
      const error = (probability(weights, values) - (holds ? 1 : 0)) / rows.length;
      values.forEach((value, at) => {
        gradient[at] = (gradient[at] ?? 0) + error * value;
      });
    }
    weights = weights.map((weight, at) => weight - RATE * (gradient[at] ?? 0));
  }
  const [constant = 0, ...rest] = weights;
  const unscaled = rest.map((weight, at) => weight / (scales[at]?.deviation ?? 1));
  const moved = unscaled.reduce((sum, weight, at) => sum + weight * (scales[at]?.mean ?? 0), 0);
  return [constant - moved, ...unscaled];
}

/** The weighted sum of the features and the constant. */
export function evidence(weights: readonly number[], features: readonly number[]): number {
  return weights.reduce(
    (sum, weight, at) => sum + weight * (at === 0 ? 1 : (features[at - 1] ?? 0)),
    0,
  );
}

interface Scale {
  readonly mean: number;
  readonly deviation: number;
}

function scaleOf(values: readonly number[]): Scale {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(variance) || 1 };
}

function scaled(value: number, scale: Scale | undefined): number {
  return scale ? (value - scale.mean) / scale.deviation : value;
}

function probability(weights: readonly number[], values: readonly number[]): number {
  return (
    1 / (1 + Math.exp(-weights.reduce((sum, weight, at) => sum + weight * (values[at] ?? 0), 0)))
  );
}
