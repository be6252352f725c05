/** How many places of a ranking are looked at. */
export const DEPTH = 10;

export interface Quality {
  /** Normalised discounted cumulative gain: gain = grade, discount log2(rank + 1), ideal from all judgements. */
  readonly ndcg: number;
  /** 1/rank of the first relevant document in ten. */
  readonly mrr: number;
  /** Relevant documents in ten, of as many as could be there. */
  readonly recall: number;
}

/** The quality of one ranking of document ids against the grades of the relevant ones. */
export function judge(ranking: readonly string[], grades: ReadonlyMap<string, number>): Quality {
  const gains = ranking.slice(0, DEPTH).map((id) => grades.get(id) ?? 0);
  const ideal = [...grades.values()].sort((a, b) => b - a).slice(0, DEPTH);
  const first = gains.findIndex((gain) => gain > 0);
  return {
    ndcg: discounted(ideal) === 0 ? 0 : discounted(gains) / discounted(ideal),
    mrr: first < 0 ? 0 : 1 / (first + 1),
    recall: gains.filter((gain) => gain > 0).length / Math.max(1, ideal.length),
  };
}

function discounted(gains: readonly number[]): number {
  return gains.reduce((sum, gain, at) => sum + gain / Math.log2(at + 2), 0);
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** The value that the given share of the others does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
