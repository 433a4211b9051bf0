import { readRow, type UsableRows } from "./usable-rows.ts";

/** Mean and variance of the rows, dimension by dimension. */
export interface Moments {
  readonly mean: Float64Array;
  /** Population variances (divided by n). */
  readonly variances: Float64Array;
  /** The sum of the variances: the mean squared distance from the mean vector. */
  readonly totalVariance: number;
  /** Which dimensions never change. */
  readonly constant: Uint8Array;
  readonly constantDimensions: number;
}

/** Values that differ by less than this share of their size are one value with rounding. */
const ROUNDING = 1e-12;

/** The moments in two passes: squares are taken after the mean is removed, so that tight clusters keep their digits. */
export function moments(rows: UsableRows): Moments {
  const { count, dimensions } = rows;
  const mean = new Float64Array(dimensions);
  const low = new Float64Array(dimensions).fill(Infinity);
  const high = new Float64Array(dimensions).fill(-Infinity);
  const values = new Float64Array(dimensions);
  for (let row = 0; row < count; row++) {
    readRow(rows, row, values);
    for (let k = 0; k < dimensions; k++) {
      const value = values[k];
      mean[k] += value;
      if (value < low[k]) low[k] = value;
      if (value > high[k]) high[k] = value;
    }
  }
  for (let k = 0; k < dimensions; k++) mean[k] /= count;

  const variances = new Float64Array(dimensions);
  for (let row = 0; row < count; row++) {
    readRow(rows, row, values);
    for (let k = 0; k < dimensions; k++) variances[k] += (values[k] - mean[k]) ** 2;
  }
  const constant = new Uint8Array(dimensions);
  let constantDimensions = 0;
  let totalVariance = 0;
  for (let k = 0; k < dimensions; k++) {
    if (high[k] - low[k] <= ROUNDING * Math.max(Math.abs(low[k]), Math.abs(high[k]))) {
      constant[k] = 1;
      constantDimensions++;
      variances[k] = 0;
    } else {
      variances[k] /= count;
    }
    totalVariance += variances[k];
  }
  return { mean, variances, totalVariance, constant, constantDimensions };
}
