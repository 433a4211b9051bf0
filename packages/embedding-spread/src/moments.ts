import type { UsableRows } from "./usable-rows.ts";

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

/** Adds a row of `data` times `scale` to sums. */
function addRow(data: UsableRows["data"], from: number, scale: number, sums: Float64Array): void {
  for (let k = 0; k < sums.length; k++) sums[k] += data[from + k] * scale;
}

/** Adds the squares of a row's distances from the mean to sums. */
// oxlint-disable-next-line max-params -- called for every row.
function addSquares(
  data: UsableRows["data"],
  from: number,
  scale: number,
  mean: Float64Array,
  sums: Float64Array,
): void {
  for (let k = 0; k < sums.length; k++) {
    const distance = data[from + k] * scale - mean[k];
    sums[k] += distance * distance;
  }
}

/** Whether the values of a dimension are one value with rounding. */
function isConstant({ data, dimensions, count, documents, scales }: UsableRows, dimension: number): boolean {
  let low = Infinity;
  let high = -Infinity;
  for (let row = 0; row < count; row++) {
    const value = data[documents[row] * dimensions + dimension] * scales[row];
    low = Math.min(low, value);
    high = Math.max(high, value);
    if (high - low > ROUNDING * Math.max(Math.abs(low), Math.abs(high))) return false;
  }
  return true;
}

/** The moments in two passes: squares are taken after the mean is removed, so that tight clusters keep their digits. */
export function moments(rows: UsableRows): Moments {
  const { data, count, dimensions, documents, scales } = rows;
  const mean = new Float64Array(dimensions);
  for (let row = 0; row < count; row++) addRow(data, documents[row] * dimensions, scales[row], mean);
  for (let k = 0; k < dimensions; k++) mean[k] /= count;

  const variances = new Float64Array(dimensions);
  for (let row = 0; row < count; row++) addSquares(data, documents[row] * dimensions, scales[row], mean, variances);
  const constant = new Uint8Array(dimensions);
  let constantDimensions = 0;
  let totalVariance = 0;
  for (let k = 0; k < dimensions; k++) {
    if (isConstant(rows, k)) {
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
