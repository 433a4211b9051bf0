import { type DenseKernel, denseKernel } from "./dense-kernel.ts";
import type { SymmetricMatrix } from "./gram-matrix.ts";

/** A symmetric matrix that is zero but on its diagonal and beside it: entry `i` of `beside` joins rows `i` and `i + 1`. */
export interface Tridiagonal {
  readonly diagonal: Float64Array;
  /** As long as the diagonal; the last entry is zero. */
  readonly beside: Float64Array;
}

/**
 * A matrix with the same eigenvalues, by Householder's reflections: each makes all but one of the entries left of the
 * diagonal in the last row zero, and leaves the smaller matrix above it. It lies in the memory of a kernel.
 *
 * Source: Golub & Van Loan 2013, §8.3.1.
 */
export function tridiagonal({ size, values }: SymmetricMatrix): Tridiagonal & { readonly kernel: DenseKernel } {
  // An even number, because the kernel works on two at once.
  const stride = size + (size % 2);
  const width = stride * 8;
  const kernel = denseKernel((size + 4) * width);
  const { buffer, multiplySymmetric, subtractProducts } = kernel;
  const left = new Float64Array(buffer, 0, size * stride);
  for (let row = 0; row < size; row++) left.set(values.subarray(row * size, row * size + row + 1), row * stride);
  const mirror = new Float64Array(buffer, size * width, stride);
  const product = new Float64Array(buffer, (size + 1) * width, stride);
  const diagonal = new Float64Array(buffer, (size + 2) * width, size);
  const beside = new Float64Array(buffer, (size + 3) * width, size);
  for (let last = size - 1; last >= 0; last--) {
    const row = left.subarray(last * stride, last * stride + last);
    diagonal[last] = left[last * stride + last];
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
    multiplySymmetric(0, width, last, mirror.byteOffset, product.byteOffset);
    let along = 0;
    for (let k = 0; k < last; k++) along += (product[k] /= half) * mirror[k];
    const share = along / (2 * half);
    for (let k = 0; k < last; k++) product[k] -= share * mirror[k];
    subtractProducts(0, width, last, mirror.byteOffset, product.byteOffset);
  }
  return { kernel, diagonal, beside };
}
