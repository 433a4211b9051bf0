import type { Measurement } from "@corpulse/measurement";
import { type Geometry, geometry } from "./geometry.ts";
import { squaredNorm } from "./gram-matrix.ts";
import { required, spreadMeasurement } from "./spread-measurement.ts";
import { symmetricEigenvalues } from "./symmetric-eigenvalues.ts";
import { usableRows } from "./usable-rows.ts";
import { vendiFromEigenvalues } from "./vendi-from-eigenvalues.ts";
import { checkedVectors, type VectorInput, type VectorsName } from "./vectors.ts";

/** How the Vendi score of vectors is weighted. */
export interface VendiScoreOptions {
  /**
   * 1 counts documents by their share (Shannon), 2 gives more weight to what is common.
   *
   * @default 1
   */
  readonly order?: 1 | 2;
}

/** The Vendi score of unit rows; order 2 needs no eigenvalues. */
export function vendiScoreOf(vectors: VectorsName, directions: Geometry, order: 1 | 2): Measurement {
  const { rows } = directions;
  const settings = { kernel: "cosine", order };
  return spreadMeasurement(`vendi_${order}`, { vectors, rows, settings }, () => {
    const gram = directions.gram();
    const highest = Math.min(rows.count, rows.dimensions);
    const score =
      order === 2
        ? (rows.count * rows.count) / squaredNorm(gram)
        : vendiFromEigenvalues(symmetricEigenvalues(gram).map((value) => value / rows.count));
    // Products of rounded numbers may bring a score to the other side of its bounds.
    return { value: Math.min(Math.max(1, score), highest), parts: { highest_possible: highest } };
  });
}

/**
 * Measures how many entirely different documents would be as diverse as these: from 1 (all alike) to the smaller of the
 * number of vectors and of dimensions. Similarity is the cosine; the eigenvalues come from the dimensions × dimensions
 * matrix XᵀX/n where that is the smaller one, so cost grows with the number of documents only linearly. From 4,096 vectors
 * in 32 bits on, products are taken in 16 bits: the value agrees with that of 64 bits to about 1e-7.
 *
 * Source: Friedman & Dieng 2023; order 2: Pasarkar & Dieng 2024.
 *
 * @throws {TypeError} when a value is not finite
 * @throws {RangeError} when rows differ in length, the order is not 1 or 2, or there are fewer than 2 vectors that are not zero
 * @example
 * ```ts
 * import { vendiScore } from "@corpulse/embedding-spread";
 *
 * vendiScore([[1, 0], [1, 0], [0, 1], [0, 1]]).value?.toFixed(4); // "2.0000"
 * ```
 */
export function vendiScore(input: VectorInput, { order = 1 }: VendiScoreOptions = {}): Measurement {
  if (order !== 1 && order !== 2) {
    throw new RangeError(
      `Cannot take a Vendi score of vectors: the order must be 1 or 2, current value is ${String(order)}`,
    );
  }
  const vectors = checkedVectors(input);
  const rows = usableRows(vectors, { unit: true, leaveOutZeros: true });
  return required(vendiScoreOf(vectors, geometry(rows), order));
}
