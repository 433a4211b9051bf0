import { BLOCK, centredBlocks } from "./centred-blocks.ts";
import type { ChosenRows } from "./chosen-rows.ts";
import { ConstantDimensions } from "./constant-dimensions.ts";
import { CHUNK, type RoundedGram } from "./rounded-gram.ts";

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
  /** The products of the dimensions; `null` where they are not wanted. */
  readonly gram: RoundedGram | null;
}

/** The sum of those rows that have a direction from the mean, each scaled to length 1 from there. */
export interface CentredDirections {
  /** How many they are. */
  readonly count: number;
  readonly squaredLength: number;
}

/** What comes with the moments in the same pass. */
export interface MomentsOptions {
  readonly directions: boolean;
  /** What products of dimensions are rounded with; `null` for none. */
  readonly factor: number | null;
  /** Called with the share of the products that is done. */
  readonly progress: (share: number) => void;
}

/** A row this close to the mean vector is at it: its direction from there would be rounding. */
const AT_MEAN = 1e-9;

/** Makes of squared lengths one over the length, or 0 for rows that have no direction; counts the others. */
function scaleToOne(factors: Float64Array, taken: number): number {
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
 * The moments. Squares are taken after the mean is removed, so that tight clusters keep their digits; directions and products
 * are added up in the same pass, where they are wanted.
 */
export function moments(rows: ChosenRows, { directions, factor, progress }: MomentsOptions): Moments {
  const { count, dimensions, sum } = rows;
  const mean = sum.map((value) => value / count);
  const blocks = centredBlocks(rows, mean, factor);
  const { factors, sums, more, gram } = blocks;
  const unchanged = new ConstantDimensions(dimensions);
  const every = Math.max(1, Math.ceil(count / CHUNK / 100));
  let taking = 0;
  for (let from = 0; from < count; from += CHUNK) {
    const taken = blocks.stage(from);
    unchanged.look(taken, blocks.valueOf);
    for (let first = 0; first < taken; first += BLOCK) {
      const centred = blocks.centre(first);
      if (!directions) continue;
      taking += scaleToOne(factors, centred);
      blocks.add();
    }
    if (gram === null) continue;
    gram.add(taken);
    if ((from / CHUNK) % every === 0) progress((from + taken) / count);
  }
  let squaredLength = 0;
  for (let k = 0; k < dimensions; k++) squaredLength += more[k] * more[k];
  const variances = sums.slice(0, dimensions);
  const constant = unchanged.flags();
  let constantDimensions = 0;
  let totalVariance = 0;
  for (let k = 0; k < dimensions; k++) {
    if (constant[k] === 1) {
      constantDimensions++;
      variances[k] = 0;
    } else {
      variances[k] /= count;
    }
    totalVariance += variances[k];
  }
  const found = directions ? { count: taking, squaredLength } : null;
  return { mean, variances, totalVariance, constant, constantDimensions, directions: found, gram };
}
