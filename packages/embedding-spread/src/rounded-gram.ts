import type { DenseKernel } from "./dense-kernel.ts";
import type { SymmetricMatrix } from "./gram-matrix.ts";
import { OCTET, QUAD } from "./octet.ts";
import { strideFor } from "./stage-rows.ts";
import { untiled } from "./untiled.ts";

/** How many rows are rounded at once: of 384 dimensions, columns of 200 KB, which the second-level cache holds. */
export const CHUNK = 256;

/** Room for a tile of sums while they are put into 64 bits. */
const SCRATCH_BYTES = QUAD * OCTET * 4;

/** The Gram matrix of rows that come by chunks. */
export interface RoundedGram {
  readonly factor: number;
  /** Adds so many rows, `CHUNK` but for the last time. */
  readonly add: (count: number) => void;
  /** The matrix of all rows, of whose dimensions these are the variances. */
  readonly matrix: (variances: Float64Array, count: number) => SymmetricMatrix;
}

/** Where a chunk of rows lies in the memory of a kernel, what they are multiplied by, and what is subtracted from them then. */
export interface RoundedGramOptions {
  readonly rows: number;
  readonly scales: number;
  readonly offset: number;
  /** A power of two that brings rows, less their mean, near length 1. */
  readonly factor: number;
}

/** Where what such a matrix takes at the beginning of the memory lies, up to its end. */
function places(dimensions: number): {
  readonly units: number;
  readonly scratch: number;
  readonly terms: number;
  readonly tiles: number;
  readonly end: number;
} {
  const stride = strideFor(dimensions);
  const units = stride * CHUNK * 2;
  const scratch = units + stride * 8;
  const terms = scratch + SCRATCH_BYTES;
  const tiles = terms + OCTET * (CHUNK + 1) * 4;
  return { units, scratch, terms, tiles, end: tiles + ((stride * (stride + OCTET)) / 2) * 8 };
}

/** How many bytes such a matrix takes at the beginning of the memory. */
export function roundedGramBytes(dimensions: number): number {
  return places(dimensions).end;
}

/**
 * The Gram matrix of the dimensions of rows in 32 bits, their mean removed, from whole numbers of 16 bits. A chunk of a column
 * is rounded in units of its own, 1/2000 of its standard deviation, and the products of chunks are exact. Rounding has
 * nothing to do with what is rounded, so that it goes out of sums as their terms get many; what is left in the diagonal, which
 * is known from the variances, is divided out of rows and columns. The matrix stays one of products, and of no higher rank.
 */
export function roundedGram(
  { buffer, roundColumns, addRoundedProducts }: DenseKernel,
  dimensions: number,
  { rows, scales, offset, factor }: RoundedGramOptions,
): RoundedGram {
  const { units, scratch, terms, tiles, end } = places(dimensions);
  const stride = strideFor(dimensions);
  const group = OCTET * CHUNK * 2;
  return {
    factor,
    add(count) {
      if (count < CHUNK) new Int16Array(buffer, 0, units / 2).fill(0);
      roundColumns(rows, count, stride * 4, scales, offset, factor, terms, 0, group, units);
      addRoundedProducts(0, group, stride / OCTET, units, scratch, tiles);
    },
    matrix(variances, count) {
      const sums = new Float64Array(buffer, tiles, (end - tiles) / 8);
      return withDiagonal(untiled(sums, dimensions, OCTET), variances, count);
    },
  };
}

/** The matrix with its rows and columns multiplied by what makes its diagonal so many times the given one. */
function withDiagonal({ size, values }: SymmetricMatrix, diagonal: Float64Array, times: number): SymmetricMatrix {
  const multipliers = diagonal.map((value, k) => {
    const found = values[k * size + k];
    return found > 0 ? Math.sqrt((value * times) / found) : 0;
  });
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) values[i * size + j] *= multipliers[i] * multipliers[j];
  }
  return { size, values };
}
