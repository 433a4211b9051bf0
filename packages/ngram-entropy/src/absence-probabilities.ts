/**
 * For each of the rising `counts` x the probability C(N−x, m)/C(N, m) that m draws without replacement out of N miss all
 * x. It is the product of 1 − m/(N−i) over i < x, taken step by step: logarithms of factorials would lose half of the
 * digits at N = 10⁷. Once a product is 0 the rest are.
 */
export function absenceProbabilities(counts: Float64Array, total: number, draws: number): Float64Array {
  const result = new Float64Array(counts.length);
  let probability = 1;
  let drawn = 0;
  for (let at = 0; at < counts.length && probability > 0; at++) {
    for (; drawn < counts[at] && probability > 0; drawn++) {
      probability *= Math.max(0, total - draws - drawn) / (total - drawn);
    }
    result[at] = probability;
  }
  return result;
}
