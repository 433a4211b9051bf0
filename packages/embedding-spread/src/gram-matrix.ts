import { denseKernel } from "./dense-kernel.ts";
import { OCTET, QUAD } from "./octet.ts";
import { BLOCK, rowBlocks, rowBlocksBytes } from "./row-blocks.ts";
import { readRow, type UsableRows } from "./usable-rows.ts";

/** A symmetric matrix, row after row. */
export interface SymmetricMatrix {
  readonly size: number;
  readonly values: Float64Array;
}

/** How a matrix is summed up. */
export interface GramOptions {
  /** Subtracted from every row first. */
  readonly offset: Float64Array | null;
  /**
   * A power of two that brings rows near length 1, to have them multiplied in 32 bits; `null` for 64. A sum is then off by at
   * most (CHUNK + 2) · 2⁻²⁴ times the sum of its terms' sizes (Higham 2002, §3.1), and by some 10⁻⁹ of it as a rule, because
   * the errors of a chunk have nothing to do with those of the next one.
   */
  readonly singleScale: number | null;
  readonly progress?: (share: number) => void;
}

/** How many terms of each sum are added up before they join the total: a panel of 384 columns then fits the second-level cache. */
export const CHUNK: number = 2 * BLOCK;

/** A chunk of the columns in groups, as the kernel takes them: quads of 64 bits or octets of 32. */
interface Panel {
  readonly values: Float64Array | Float32Array;
  /** How many columns a group has. */
  readonly width: number;
  readonly groups: number;
}

/** Lays tiles of four rows by a group of columns, which follow each other column by column, out as a whole matrix. */
function untiled(tiles: Float64Array, size: number, { width, groups }: Panel, scale: number): SymmetricMatrix {
  const values = new Float64Array(size * size);
  let at = 0;
  for (let right = 0; right < groups; right++) {
    for (let left = 0; left < ((right + 1) * width) / QUAD; left++, at += QUAD * width) {
      for (let index = 0; index < QUAD * width; index++) {
        const row = left * QUAD + Math.floor(index / width);
        const column = right * width + (index % width);
        if (row > column || column >= size) continue;
        const value = tiles[at + index] / scale;
        values[row * size + column] = value;
        values[column * size + row] = value;
      }
    }
  }
  return { size, values };
}

/** Puts a row into the panel as one term of all columns. */
function placeTerm({ values, width }: Panel, row: Float64Array, term: number, factor: number): void {
  const shift = Math.log2(width);
  const group = CHUNK * width;
  const from = term * width;
  for (let k = 0; k < row.length; k++) values[from + (k >> shift) * group + (k & (width - 1))] = row[k] * factor;
}

/**
 * XᵀX (dimensions × dimensions), or XXᵀ (rows × rows) when that is smaller: the two have the same eigenvalues but for
 * zeros. Terms are summed in a fixed order, chunk by chunk, and chunks in 64 bits.
 */
export function gramMatrix(
  rows: UsableRows,
  { offset, singleScale, progress = () => {} }: GramOptions,
): SymmetricMatrix {
  const { count, dimensions } = rows;
  const byDimension = dimensions <= count;
  const size = byDimension ? dimensions : count;
  const depth = byDimension ? count : dimensions;
  const width = singleScale === null ? QUAD : OCTET;
  const bytes = singleScale === null ? 8 : 4;
  const factor = singleScale ?? 1;
  const groups = Math.ceil(size / width);
  const groupLength = width * CHUNK;
  const tilesLength = ((groups * (groups + 1)) / 2) * width * width;
  const tilesFrom = groups * groupLength * bytes;
  const blocksFrom = tilesFrom + tilesLength * 8;
  const inBlocks = singleScale !== null && byDimension;
  const kernel = denseKernel(blocksFrom + (inBlocks ? rowBlocksBytes(dimensions) : 0));
  const { buffer, addProducts, addSingleProducts } = kernel;
  const blocks = inBlocks ? rowBlocks(rows, kernel, blocksFrom) : null;
  const values =
    singleScale === null
      ? new Float64Array(buffer, 0, groups * groupLength)
      : new Float32Array(buffer, 0, groups * groupLength);
  const panel: Panel = { values, width, groups };
  const row = new Float64Array(dimensions);
  const every = Math.max(1, Math.ceil(depth / CHUNK / 100));
  for (let from = 0; from < depth; from += CHUNK) {
    const to = Math.min(depth, from + CHUNK);
    if (to - from < CHUNK) values.fill(0);
    if (blocks !== null) {
      for (let first = from; first < to; first += BLOCK) {
        blocks.pack(first, offset, { panel: (first - from) * width * bytes, group: groupLength * bytes, factor });
      }
    } else if (byDimension) {
      for (let index = from; index < to; index++) {
        readRow(rows, index, row, offset);
        placeTerm(panel, row, index - from, factor);
      }
    } else {
      for (let index = 0; index < count; index++) {
        readRow(rows, index, row, offset);
        const group = Math.floor(index / width) * groupLength + (index % width);
        for (let k = from; k < to; k++) values[group + (k - from) * width] = row[k] * factor;
      }
    }
    if (singleScale === null) {
      let sums = tilesFrom;
      for (let right = 0; right < groups; right++) {
        for (let left = 0; left <= right; left++, sums += QUAD * QUAD * 8) {
          addProducts(left * groupLength * bytes, right * groupLength * bytes, CHUNK, sums);
        }
      }
    } else {
      addSingleProducts(0, groupLength * bytes, groups, tilesFrom);
    }
    if ((from / CHUNK) % every === 0) progress(to / depth);
  }
  return untiled(new Float64Array(buffer, tilesFrom, tilesLength), size, panel, factor * factor);
}

/** The sum of the squares of all entries: the sum of the squared eigenvalues. */
export function squaredNorm({ values }: SymmetricMatrix): number {
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += values[index] * values[index];
  return sum;
}
