import type { Measurement } from "@corpulse/measurement";
import { type Geometry, geometry } from "./geometry.ts";
import { type RowOptions, rowSettings } from "./participation-ratio.ts";
import { required, spreadMeasurement } from "./spread-measurement.ts";
import { usableRows } from "./usable-rows.ts";
import { checkedVectors, type VectorInput, type VectorsName } from "./vectors.ts";

/** The radius of prepared rows. */
export function radiusOf(vectors: VectorsName, prepared: Geometry, unit: boolean): Measurement {
  const { rows } = prepared;
  return spreadMeasurement("radius", { vectors, rows, settings: rowSettings(unit) }, () => {
    const { variances, constant, constantDimensions } = prepared.moments();
    let logs = 0;
    for (let k = 0; k < rows.dimensions; k++) if (constant[k] === 0) logs += Math.log(variances[k]) / 2;
    const varying = rows.dimensions - constantDimensions;
    return {
      value: varying === 0 ? 0 : Math.exp(logs / varying),
      parts: { constant_dimensions: constantDimensions },
    };
  });
}

/**
 * Measures the typical spread of a single coordinate: the geometric mean over dimensions of the (population) standard
 * deviation. 0 when all vectors are the same; higher is more diverse. Dimensions that never change would make it 0 by
 * themselves: they are left out and counted in part `constant_dimensions`.
 *
 * Source: Lai et al. 2020.
 *
 * @throws {TypeError} when a value is not finite
 * @throws {RangeError} when rows differ in length, or there are fewer than 2 usable vectors
 * @example
 * ```ts
 * import { radius } from "@corpulse/embedding-spread";
 *
 * radius([[1, 0], [-1, 0], [0, 1], [0, -1]]).value?.toFixed(4); // "0.7071"
 * ```
 */
export function radius(input: VectorInput, { unit = true }: RowOptions = {}): Measurement {
  const vectors = checkedVectors(input);
  return required(radiusOf(vectors, geometry(usableRows(vectors, { unit, leaveOutZeros: unit })), unit));
}
