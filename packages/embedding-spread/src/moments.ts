import { BLOCK, type RowBlocks } from "./row-blocks.ts";
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
export function moments(rows: UsableRows, blocks: RowBlocks): Moments {
  const { count, dimensions } = rows;
  const { kernel, width, factors, sums } = blocks;
  sums.fill(0);
  factors.fill(1);
  for (let from = 0; from < count; from += BLOCK) {
    const taken = blocks.read(from, null);
    kernel.addRows(blocks.rows, taken, width, factors.byteOffset, sums.byteOffset);
  }
  const mean = sums.slice(0, dimensions);
  for (let k = 0; k < dimensions; k++) mean[k] /= count;

  sums.fill(0);
  for (let from = 0; from < count; from += BLOCK) {
    const taken = blocks.read(from, mean);
    kernel.addSquares(blocks.rows, taken, width, sums.byteOffset);
  }
  const variances = sums.slice(0, dimensions);
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
