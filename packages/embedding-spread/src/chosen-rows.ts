import type { GivenRows } from "./given-rows.ts";
import { BLOCK, measuredBlocks } from "./measured-blocks.ts";
import { checkRow, LARGEST_SQUARE } from "./vectors.ts";

/** The vectors that take part: row `i` is that of document `documents[i]` times `scales[i]`. */
export interface ChosenRows {
  readonly given: GivenRows;
  readonly dimensions: number;
  readonly count: number;
  /** The document of each row. */
  readonly documents: Uint32Array;
  /** What each row is multiplied by: 1, or 1/length for unit rows. */
  readonly scales: Float64Array;
  /** How many vectors were left out because they are zero and so have no direction. */
  readonly zeroVectors: number;
  /** The sum of the rows. */
  readonly sum: Float64Array;
  /** The sum of their squared lengths, but for rounding. */
  readonly squares: number;
}

/** How rows are prepared. */
export interface ChosenRowsOptions {
  /** Whether rows are scaled to length 1. */
  readonly unit: boolean;
  /** Whether zero vectors, such as those of documents without tokens, are left out. */
  readonly leaveOutZeros: boolean;
}

/**
 * Chooses and scales the rows of a metric without copying the vectors, and adds them up while they are at hand.
 *
 * @throws {TypeError} when a value is not finite
 */
export function chosenRows(given: GivenRows, { unit, leaveOutZeros }: ChosenRowsOptions): ChosenRows {
  const { dimensions } = given;
  const documents = new Uint32Array(given.count);
  const scales = new Float64Array(given.count);
  const blocks = measuredBlocks(given);
  const { factors, sums } = blocks;
  let count = 0;
  let zeroVectors = 0;
  let squares = 0;
  for (let from = 0; from < given.count; from += BLOCK) {
    const taken = blocks.measure(from);
    for (let index = 0; index < taken; index++) {
      const squared = factors[index];
      if (!(squared <= LARGEST_SQUARE)) checkRow(blocks.row(index), from + index);
      factors[index] = 0;
      if (squared === 0 && leaveOutZeros) {
        zeroVectors++;
        continue;
      }
      documents[count] = from + index;
      const scale = unit ? 1 / Math.sqrt(squared) : 1;
      factors[index] = scale;
      scales[count++] = scale;
      squares += unit ? 1 : squared;
    }
    blocks.add();
  }
  return {
    given,
    dimensions,
    count,
    documents: documents.subarray(0, count),
    scales: scales.subarray(0, count),
    zeroVectors,
    sum: sums.slice(0, dimensions),
    squares,
  };
}
