/** How many vectors are added at once: each value of the target is then loaded and stored a quarter as often. */
export const TOGETHER = 4;

/** Adds four vectors of `table`, which start at `at`, times their weights to `target`. */
export function addWeighted(target: Float64Array, table: Float32Array, at: Int32Array, weights: Float64Array): void {
  const a = at[0];
  const b = at[1];
  const c = at[2];
  const d = at[3];
  const u = weights[0];
  const v = weights[1];
  const w = weights[2];
  const x = weights[3];
  for (let k = 0; k < target.length; k++) {
    target[k] += u * table[a + k] + v * table[b + k] + w * table[c + k] + x * table[d + k];
  }
}
