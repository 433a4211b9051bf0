/** How many vectors are added at once: each value of the target is then loaded and stored a quarter as often. */
export const TOGETHER = 4;

/** Vectors to add: where each starts in `table`, and its weight. */
export interface WeightedVectors {
  readonly table: Float32Array;
  readonly places: Int32Array;
  readonly weights: Float64Array;
}

/** Adds the vectors from number `from` on, four of them, times their weights to `target`: as `kernel.wat` does with SIMD. */
export function addWeighted(target: Float64Array, { table, places, weights }: WeightedVectors, from: number): void {
  const a = places[from];
  const b = places[from + 1];
  const c = places[from + 2];
  const d = places[from + 3];
  const u = weights[from];
  const v = weights[from + 1];
  const w = weights[from + 2];
  const x = weights[from + 3];
  for (let k = 0; k < target.length; k++) {
    target[k] += u * table[a + k] + v * table[b + k] + w * table[c + k] + x * table[d + k];
  }
}
