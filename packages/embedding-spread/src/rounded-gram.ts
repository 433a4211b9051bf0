import { denseKernel } from "./dense-kernel.ts";
import type { SymmetricMatrix } from "./gram-matrix.ts";
import type { Moments } from "./moments.ts";
import { OCTET, QUAD } from "./octet.ts";
import { stageRows, strideFor } from "./stage-rows.ts";
import { untiled } from "./untiled.ts";
import type { UsableRows } from "./usable-rows.ts";

/** How many rows are rounded at once: of 384 dimensions, columns of 200 KB, which the second-level cache holds. */
export const CHUNK = 256;

/** Room for a tile of sums while they are put into 64 bits. */
const SCRATCH_BYTES = QUAD * OCTET * 4;

/** How rows are rounded. */
export interface RoundedGramOptions {
  /** A power of two that brings rows, less their mean, near length 1. */
  readonly factor: number;
  readonly progress?: (share: number) => void;
}

/**
 * The Gram matrix of the dimensions of rows in 32 bits, their mean removed, from whole numbers of 16 bits. A chunk of a column
 * is rounded in units of its own, 1/2000 of its standard deviation, and the products of chunks are exact. Rounding has
 * nothing to do with what is rounded, so that it goes out of sums as their terms get many; what is left in the diagonal, which
 * is known from the variances, is divided out of rows and columns. The matrix stays one of products, and of no higher rank.
 */
export function roundedGram(
  rows: UsableRows,
  { mean, variances }: Pick<Moments, "mean" | "variances">,
  { factor, progress = () => {} }: RoundedGramOptions,
): SymmetricMatrix {
  const { count, dimensions } = rows;
  const stride = strideFor(dimensions);
  const groups = stride / OCTET;
  const group = OCTET * CHUNK * 2;
  const unitsFrom = groups * group;
  const scratch = unitsFrom + stride * 8;
  const termsFrom = scratch + SCRATCH_BYTES;
  const tilesFrom = termsFrom + OCTET * (CHUNK + 1) * 4;
  const tilesLength = ((groups * (groups + 1)) / 2) * OCTET * OCTET;
  const offsetFrom = tilesFrom + tilesLength * 8;
  const scalesFrom = offsetFrom + stride * 8;
  const rowsFrom = scalesFrom + CHUNK * 8;
  const { buffer, roundColumns, addRoundedProducts } = denseKernel(rowsFrom + CHUNK * stride * 4);
  new Float64Array(buffer, offsetFrom, stride).set(mean);
  const stage = {
    values: new Float32Array(buffer, rowsFrom, CHUNK * stride),
    scales: new Float64Array(buffer, scalesFrom, CHUNK),
    stride,
  };
  const every = Math.max(1, Math.ceil(count / CHUNK / 100));
  for (let from = 0; from < count; from += CHUNK) {
    const taken = Math.min(CHUNK, count - from);
    if (taken < CHUNK) new Int16Array(buffer, 0, unitsFrom / 2).fill(0);
    stageRows(rows, from, taken, stage);
    roundColumns(rowsFrom, taken, stride * 4, scalesFrom, offsetFrom, factor, termsFrom, 0, group, unitsFrom);
    addRoundedProducts(0, group, groups, unitsFrom, scratch, tilesFrom);
    if ((from / CHUNK) % every === 0) progress((from + taken) / count);
  }
  const matrix = untiled(new Float64Array(buffer, tilesFrom, tilesLength), dimensions, OCTET);
  return withDiagonal(matrix, variances, count);
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
