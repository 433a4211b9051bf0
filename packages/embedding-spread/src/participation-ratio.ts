import type { Measurement } from "@corpulse/measurement";
import { type Geometry, geometry } from "./geometry.ts";
import { squaredNorm } from "./gram-matrix.ts";
import { required, spreadMeasurement } from "./spread-measurement.ts";
import { usableRows } from "./usable-rows.ts";
import { checkedVectors, type VectorInput, type VectorsName } from "./vectors.ts";

/** Which rows a metric of shape is taken on. */
export interface RowOptions {
  /**
   * Whether rows are scaled to length 1 first, which leaves zero vectors out.
   *
   * @default true
   */
  readonly unit?: boolean;
}

/** Below it, numbers of 64 bits lose digits. */
const SMALLEST = 1e-300;

/** The settings of a metric that depends on whether rows are scaled. */
export function rowSettings(unit: boolean): { readonly rows: "unit" | "given" } {
  return { rows: unit ? "unit" : "given" };
}

/** The participation ratio of prepared rows, from the trace and the norm of their covariance. */
export function participationRatioOf(vectors: VectorsName, prepared: Geometry, unit: boolean): Measurement {
  const { rows } = prepared;
  return spreadMeasurement("participation_ratio", { vectors, rows, settings: rowSettings(unit) }, () => {
    const { constantDimensions, totalVariance } = prepared.moments();
    if (constantDimensions === rows.dimensions)
      return { reason: "all vectors are the same, they spread over no direction" };
    const trace = totalVariance * rows.count;
    if (trace * trace < SMALLEST) return { reason: "the vectors differ by too little to square it" };
    const ratio = (trace * trace) / squaredNorm(prepared.centredGram());
    // Products of rounded numbers may bring it to the other side of its bounds.
    return { value: Math.min(Math.max(1, ratio), rows.dimensions) };
  });
}

/**
 * Measures how many directions of the vector space the documents spread over: from 1 (all on one line) to the number of
 * dimensions (evenly in all of them). It is (Σλ)²/Σλ² over the eigenvalues of the covariance, found without computing
 * them; IsoScore is (value − 1)/(dimensions − 1). From 4,096 vectors in 32 bits on, products are taken in 16 bits: the value
 * agrees with that of 64 bits to about 1e-7.
 *
 * Source: Gao et al. 2017.
 *
 * @throws {TypeError} when a value is not finite
 * @throws {RangeError} when rows differ in length, or there are fewer than 2 different usable vectors
 * @example
 * ```ts
 * import { participationRatio } from "@corpulse/embedding-spread";
 *
 * participationRatio([[1, 0], [-1, 0], [0, 1], [0, -1]]).value; // 2
 * ```
 */
export function participationRatio(input: VectorInput, { unit = true }: RowOptions = {}): Measurement {
  const vectors = checkedVectors(input);
  const rows = usableRows(vectors, { unit, leaveOutZeros: unit });
  return required(participationRatioOf(vectors, geometry(rows, { products: true }), unit));
}
