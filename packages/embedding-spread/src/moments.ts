import { BLOCK, type RowBlocks, rowBlocks } from "./row-blocks.ts";
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
  /** `null` where they are not wanted. */
  readonly directions: CentredDirections | null;
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

/** The sum of those rows that have a direction from the mean, each scaled to length 1 from there. */
export interface CentredDirections {
  /** How many they are. */
  readonly count: number;
  readonly squaredLength: number;
}

/** A row this close to the mean vector is at it: its direction from there would be rounding. */
const AT_MEAN = 1e-9;

/** Makes of squared lengths one over the length, or 0 for rows that have no direction; counts the others. */
function scaleToOne({ factors }: RowBlocks, taken: number): number {
  let count = 0;
  for (let row = 0; row < taken; row++) {
    const squared = factors[row];
    const takes = squared > AT_MEAN * AT_MEAN;
    factors[row] = takes ? 1 / Math.sqrt(squared) : 0;
    if (takes) count++;
  }
  return count;
}

/**
 * The moments. Squares are taken after the mean is removed, so that tight clusters keep their digits; directions are added up
 * in the same pass, where they are wanted.
 */
export function moments(rows: UsableRows, withDirections: boolean): Moments {
  const { count, dimensions, sum } = rows;
  const blocks = rowBlocks(rows);
  const { sums, more } = blocks;
  const mean = sum.map((value) => value / count);
  let taking = 0;
  for (let from = 0; from < count; from += BLOCK) {
    const taken = blocks.centre(from, mean);
    if (!withDirections) continue;
    taking += scaleToOne(blocks, taken);
    blocks.addCentred();
  }
  let squaredLength = 0;
  for (let k = 0; k < dimensions; k++) squaredLength += more[k] * more[k];
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
  const directions = withDirections ? { count: taking, squaredLength } : null;
  return { mean, variances, totalVariance, constant, constantDimensions, directions };
}
