import { BLOCK, rowBlocks } from "./row-blocks.ts";
import { checkRow, type Vectors } from "./vectors.ts";

/** The vectors that take part, read in place: value `k` of row `i` is `data[documents[i] * dimensions + k] * scales[i]`. */
export interface UsableRows {
  readonly data: Float32Array | Float64Array;
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
}

/** How rows are prepared. */
export interface UsableRowsOptions {
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
export function usableRows(vectors: Vectors, { unit, leaveOutZeros }: UsableRowsOptions): UsableRows {
  const { data, dimensions } = vectors;
  const given = dimensions === 0 ? 0 : data.length / dimensions;
  // Those of all vectors as they are, until rows take their places: none takes one that is still to be read.
  const documents = new Uint32Array(given);
  for (let document = 0; document < given; document++) documents[document] = document;
  const scales = new Float64Array(given).fill(1);
  const blocks = rowBlocks({ data, dimensions, count: given, documents, scales });
  const { factors, sums } = blocks;
  let count = 0;
  let zeroVectors = 0;
  for (let from = 0; from < given; from += BLOCK) {
    const taken = blocks.measure(from);
    for (let index = 0; index < taken; index++) {
      const squared = factors[index];
      checkRow(vectors, from + index, squared);
      factors[index] = 0;
      if (squared === 0 && leaveOutZeros) {
        zeroVectors++;
        continue;
      }
      documents[count] = from + index;
      factors[index] = unit ? 1 / Math.sqrt(squared) : 1;
      scales[count++] = factors[index];
    }
    blocks.addMeasured();
  }
  return {
    data,
    dimensions,
    count,
    documents: documents.subarray(0, count),
    scales: scales.subarray(0, count),
    zeroVectors,
    sum: sums.slice(0, dimensions),
  };
}

/** Writes one row, scaled, into `target`; `offset` is subtracted from it. */
// oxlint-disable-next-line max-params -- called for every row.
export function readRow(
  { data, dimensions, documents, scales }: UsableRows,
  row: number,
  target: Float64Array,
  offset: Float64Array | null = null,
): void {
  const from = documents[row] * dimensions;
  const scale = scales[row];
  if (offset === null) for (let k = 0; k < dimensions; k++) target[k] = data[from + k] * scale;
  else for (let k = 0; k < dimensions; k++) target[k] = data[from + k] * scale - offset[k];
}
