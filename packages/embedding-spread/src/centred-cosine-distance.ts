import type { Geometry } from "./geometry.ts";
import { BLOCK } from "./row-blocks.ts";

/** A unit row this close to the mean vector is at it: its direction from there would be rounding. */
const AT_MEAN = 1e-9;

/**
 * The mean pairwise cosine distance of unit rows after their mean is removed and they are scaled to length 1 again. Rows at
 * the mean have no direction and are left out; `null` when fewer than two are left.
 */
export function centredCosineDistance({ rows, moments, blocks }: Geometry): number | null {
  const { mean } = moments();
  const { kernel, rows: at, width, factors, sums, read } = blocks();
  sums.fill(0);
  let taking = 0;
  for (let from = 0; from < rows.count; from += BLOCK) {
    const taken = read(from, mean);
    kernel.squareLengths(at, taken, width, factors.byteOffset);
    for (let row = 0; row < taken; row++) {
      const squared = factors[row];
      const takes = squared > AT_MEAN * AT_MEAN;
      factors[row] = takes ? 1 / Math.sqrt(squared) : 0;
      if (takes) taking++;
    }
    kernel.addRows(at, taken, width, factors.byteOffset, sums.byteOffset);
  }
  if (taking < 2) return null;
  let squaredSum = 0;
  for (let k = 0; k < sums.length; k++) squaredSum += sums[k] * sums[k];
  return 1 - (squaredSum - taking) / (taking * (taking - 1));
}
