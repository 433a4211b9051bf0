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
  const { buffer, reflect } = kernel;
  const left = new Float64Array(buffer, 0, size * stride);
  for (let row = 0; row < size; row++) left.set(values.subarray(row * size, row * size + row + 1), row * stride);
  const [mirror, product] = [size * width, (size + 1) * width];
  const diagonal = new Float64Array(buffer, (size + 2) * width, size);
  const beside = new Float64Array(buffer, (size + 3) * width, size);
  for (let last = size - 1; last > 0; last--) {
    diagonal[last] = left[last * stride + last];
    beside[last - 1] = reflect(0, width, last, mirror, product);
  }
  diagonal[0] = left[0];
  return { kernel, diagonal, beside };
}
