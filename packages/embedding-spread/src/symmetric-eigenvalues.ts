import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import type { SymmetricMatrix } from "./gram-matrix.ts";

/** The eigenvalues of a symmetric matrix. */
export function symmetricEigenvalues({ size, values }: SymmetricMatrix): readonly number[] {
  return new EigenvalueDecomposition(Matrix.from1DArray(size, size, values), { assumeSymmetric: true }).realEigenvalues;
}
