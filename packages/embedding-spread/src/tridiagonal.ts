import type { SymmetricMatrix } from "./gram-matrix.ts";

/** A symmetric matrix that is zero but on its diagonal and beside it: entry `i` of `beside` joins rows `i` and `i + 1`. */
export interface Tridiagonal {
  readonly diagonal: Float64Array;
  /** As long as the diagonal; the last entry is zero. */
  readonly beside: Float64Array;
}

/** `product` = A · `vector` for the first rows and columns of a matrix of which the lower half is read. */
function multiply(
  values: Float64Array,
  size: number,
  vector: Float64Array,
  length: number,
  product: Float64Array,
): void {
  for (let i = 0; i < length; i++) {
    const from = i * size;
    const ofRow = vector[i];
    let sum = 0;
    for (let j = 0; j < i; j++) {
      const value = values[from + j];
      sum += value * vector[j];
      product[j] += value * ofRow;
    }
    product[i] = sum + values[from + i] * ofRow;
  }
}

/**
 * A matrix with the same eigenvalues, by Householder's reflections: each makes all but one of the entries left of the
 * diagonal in the last row zero, and leaves the smaller matrix above it.
 *
 * Source: Golub & Van Loan 2013, §8.3.1.
 */
export function tridiagonal({ size, values }: SymmetricMatrix): Tridiagonal {
  const left = values.slice();
  const diagonal = new Float64Array(size);
  const beside = new Float64Array(size);
  const mirror = new Float64Array(size);
  const product = new Float64Array(size);
  for (let last = size - 1; last >= 0; last--) {
    const row = left.subarray(last * size, last * size + last);
    diagonal[last] = left[last * size + last];
    if (last === 0) break;
    let squares = 0;
    for (let k = 0; k < last; k++) squares += row[k] * row[k];
    const end = row[last - 1];
    const length = end > 0 ? -Math.sqrt(squares) : Math.sqrt(squares);
    beside[last - 1] = length;
    const half = squares - end * length;
    if (last === 1 || half === 0) {
      beside[last - 1] = last === 1 ? end : length;
      continue;
    }
    // A − v qᵀ − q vᵀ, where v is the row with its last entry moved and q = A v / h − (vᵀ A v / 2h²) v.
    mirror.set(row);
    mirror[last - 1] = end - length;
    multiply(left, size, mirror, last, product);
    let along = 0;
    for (let k = 0; k < last; k++) along += (product[k] /= half) * mirror[k];
    const share = along / (2 * half);
    for (let k = 0; k < last; k++) product[k] -= share * mirror[k];
    for (let i = 0; i < last; i++) {
      const from = i * size;
      const [ofMirror, ofProduct] = [mirror[i], product[i]];
      for (let j = 0; j <= i; j++) left[from + j] -= ofMirror * product[j] + ofProduct * mirror[j];
    }
  }
  return { diagonal, beside };
}
