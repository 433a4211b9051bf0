import type { SymmetricMatrix } from "./gram-matrix.ts";
import { tridiagonal } from "./tridiagonal.ts";

/**
 * The eigenvalues of a symmetric matrix, in no order, each to some 10⁻¹⁵ of the largest: Householder's reduction, then QL
 * steps with Wilkinson's shift.
 *
 * Source: Golub & Van Loan 2013, §8.3; Bowdler, Martin, Reinsch & Wilkinson 1968.
 */
export function symmetricEigenvalues(matrix: SymmetricMatrix): Float64Array {
  const { kernel, diagonal, beside } = tridiagonal(matrix);
  kernel.diagonalize(diagonal.byteOffset, beside.byteOffset, diagonal.length);
  return diagonal;
}
