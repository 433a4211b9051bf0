/* oxlint-disable max-params -- what WebAssembly takes is numbers, and these stand in for it. */

import { diagonalize } from "./diagonalize.ts";

/** Steps on the lower half of a symmetric matrix of 64 bits in one memory; addresses and widths of rows count its bytes. */
export interface SymmetricLoops {
  /** The first `length` rows and columns times a vector. */
  readonly multiplySymmetric: (values: number, width: number, length: number, vector: number, product: number) => void;
  /** Subtracts `a bᵀ + b aᵀ` from them. What stands right of the diagonal may change. */
  readonly subtractProducts: (values: number, width: number, length: number, a: number, b: number) => void;
  /**
   * Makes all but the last of the entries left of the diagonal in row `last` zero by one of Householder's reflections, which
   * changes the rows above, and gives that one. `mirror` and `product` are room for vectors; the row itself stays as it was.
   */
  readonly reflect: (values: number, width: number, last: number, mirror: number, product: number) => number;
  /** Makes the diagonal of a tridiagonal matrix, beside which there are as many entries, the last of them zero, its eigenvalues. */
  readonly diagonalize: (diagonal: number, beside: number, length: number) => void;
}

/** The steps the way of the kernel where there is no SIMD: the same sums in the same order. */
export function symmetricLoops(buffer: ArrayBuffer): SymmetricLoops {
  const doubles = new Float64Array(buffer, 0, buffer.byteLength >> 3);
  function multiplySymmetric(values: number, width: number, length: number, vector: number, product: number): void {
    const [ofVector, ofProduct] = [vector / 8, product / 8];
    for (let i = 0; i < length; i++) {
      const from = (values + i * width) / 8;
      const ofRow = doubles[ofVector + i];
      let sum = 0;
      for (let j = 0; j < i; j++) {
        const value = doubles[from + j];
        sum += value * doubles[ofVector + j];
        doubles[ofProduct + j] += value * ofRow;
      }
      doubles[ofProduct + i] = sum + doubles[from + i] * ofRow;
    }
  }

  function subtractProducts(values: number, width: number, length: number, a: number, b: number): void {
    const [ofA, ofB] = [a / 8, b / 8];
    for (let i = 0; i < length; i++) {
      const from = (values + i * width) / 8;
      const [rowA, rowB] = [doubles[ofA + i], doubles[ofB + i]];
      for (let j = 0; j <= i; j++) doubles[from + j] -= rowA * doubles[ofB + j] + rowB * doubles[ofA + j];
    }
  }

  return {
    multiplySymmetric,
    subtractProducts,
    reflect(values, width, last, mirror, product) {
      const [row, of, to] = [(values + last * width) / 8, mirror / 8, product / 8];
      let squares = 0;
      for (let k = 0; k < last; k++) {
        squares += doubles[row + k] * doubles[row + k];
        doubles[of + k] = doubles[row + k];
      }
      const end = doubles[row + last - 1];
      if (last === 1) return end;
      const length = end > 0 ? -Math.sqrt(squares) : Math.sqrt(squares);
      const half = squares - end * length;
      if (half === 0) return length;
      // A − v qᵀ − q vᵀ, where v is the row with its last entry moved and q = A v / h − (vᵀ A v / 2h²) v.
      doubles[of + last - 1] = end - length;
      multiplySymmetric(values, width, last, mirror, product);
      let along = 0;
      for (let k = 0; k < last; k++) {
        doubles[to + k] /= half;
        along += doubles[to + k] * doubles[of + k];
      }
      const share = along / (2 * half);
      for (let k = 0; k < last; k++) doubles[to + k] -= share * doubles[of + k];
      subtractProducts(values, width, last, mirror, product);
      return length;
    },
    diagonalize(diagonal, beside, length) {
      diagonalize({
        diagonal: doubles.subarray(diagonal / 8, diagonal / 8 + length),
        beside: doubles.subarray(beside / 8, beside / 8 + length),
      });
    },
  };
}
