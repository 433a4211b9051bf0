import type { Geometry } from "./geometry.ts";
import { readRow } from "./usable-rows.ts";

/** A unit row this close to the mean vector is at it: its direction from there would be rounding. */
const AT_MEAN = 1e-9;

function squaredLength(values: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < values.length; k++) sum += values[k] * values[k];
  return sum;
}

function addScaled(values: Float64Array, scale: number, sums: Float64Array): void {
  for (let k = 0; k < sums.length; k++) sums[k] += values[k] * scale;
}

/**
 * The mean pairwise cosine distance of unit rows after their mean is removed and they are scaled to length 1 again. Rows at
 * the mean have no direction and are left out; `null` when fewer than two are left.
 */
export function centredCosineDistance({ rows, moments }: Geometry): number | null {
  const { mean } = moments();
  const values = new Float64Array(rows.dimensions);
  const sum = new Float64Array(rows.dimensions);
  let taking = 0;
  for (let row = 0; row < rows.count; row++) {
    readRow(rows, row, values, mean);
    const squared = squaredLength(values);
    if (squared <= AT_MEAN * AT_MEAN) continue;
    taking++;
    addScaled(values, 1 / Math.sqrt(squared), sum);
  }
  if (taking < 2) return null;
  let squaredSum = 0;
  for (let k = 0; k < sum.length; k++) squaredSum += sum[k] * sum[k];
  return 1 - (squaredSum - taking) / (taking * (taking - 1));
}
