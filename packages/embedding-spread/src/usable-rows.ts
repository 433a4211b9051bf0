import { squaredLengths } from "./squared-lengths.ts";
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
}

/** How rows are prepared. */
export interface UsableRowsOptions {
  /** Whether rows are scaled to length 1. */
  readonly unit: boolean;
  /** Whether zero vectors, such as those of documents without tokens, are left out. */
  readonly leaveOutZeros: boolean;
}

/**
 * Chooses and scales the rows of a metric without copying the vectors.
 *
 * @throws {TypeError} when a value is not finite
 */
export function usableRows(vectors: Vectors, { unit, leaveOutZeros }: UsableRowsOptions): UsableRows {
  const { data, dimensions } = vectors;
  const given = dimensions === 0 ? 0 : data.length / dimensions;
  const lengths = squaredLengths(vectors, given);
  const documents = new Uint32Array(given);
  const scales = new Float64Array(given);
  let count = 0;
  let zeroVectors = 0;
  for (let document = 0; document < given; document++) {
    const squared = lengths[document];
    checkRow(vectors, document, squared);
    if (squared === 0 && leaveOutZeros) {
      zeroVectors++;
      continue;
    }
    documents[count] = document;
    scales[count++] = unit ? 1 / Math.sqrt(squared) : 1;
  }
  return {
    data,
    dimensions,
    count,
    documents: documents.subarray(0, count),
    scales: scales.subarray(0, count),
    zeroVectors,
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
