import { symmetricEigenvalues } from "./symmetric-eigenvalues.ts";
import { vendiFromEigenvalues, type VendiOptions } from "./vendi-from-eigenvalues.ts";

/**
 * The Vendi score of items whose similarities are known, under any similarity of your own that is positive semidefinite
 * and 1 for an item with itself. From 1 (all alike) to the number of items. Cost grows with the cube of that number.
 *
 * Source: Friedman & Dieng 2023.
 *
 * @throws {RangeError} when the matrix is empty, not square, not symmetric, or its diagonal is not 1
 * @example
 * ```ts
 * import { vendiFromKernel } from "@corpulse/embedding-spread";
 *
 * vendiFromKernel([[1, 0.9, 0], [0.9, 1, 0], [0, 0, 1]]).toFixed(4); // "2.1573"
 * ```
 */
export function vendiFromKernel(kernel: readonly ArrayLike<number>[], options: VendiOptions = {}): number {
  const size = kernel.length;
  if (size === 0) throw new RangeError("Cannot take a Vendi score: there must be at least 1 item, current value is 0");
  const values = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    if (kernel[i].length !== size) {
      throw new RangeError(
        `Cannot take a Vendi score: row ${i} must have ${size} values, current value is ${kernel[i].length}`,
      );
    }
    for (let j = 0; j < size; j++) {
      const expected = i === j ? 1 : kernel[j][i];
      if (!(Math.abs(kernel[i][j] - expected) <= 1e-9)) {
        const rule = "the similarities must be symmetric with 1 on the diagonal";
        throw new RangeError(
          `Cannot take a Vendi score: ${rule}, current value in row ${i}, column ${j} is ${kernel[i][j]}`,
        );
      }
      values[i * size + j] = kernel[i][j] / size;
    }
  }
  return vendiFromEigenvalues(symmetricEigenvalues({ size, values }), options);
}
