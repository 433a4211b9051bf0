import { denseKernel } from "./dense-kernel.ts";
import { QUAD } from "./octet.ts";
import { untiled } from "./untiled.ts";
import { readRow, type UsableRows } from "./usable-rows.ts";

/** A symmetric matrix, row after row, of which nobody looks at what stands right of the diagonal. */
export interface SymmetricMatrix {
  readonly size: number;
  readonly values: Float64Array;
}

/** How a matrix is summed up. */
export interface GramOptions {
  /** Subtracted from every row first. */
  readonly offset: Float64Array | null;
  readonly progress?: (share: number) => void;
}

/** How many terms of each sum are added up before they join the total: a panel of 384 columns then fits the second-level cache. */
const CHUNK = 128;

/** How many bytes a quad takes in a panel: value `k` of column `c` is number `4 * k + c`. */
const QUAD_BYTES = QUAD * CHUNK * 8;

/**
 * XᵀX (dimensions × dimensions), or XXᵀ (rows × rows) when that is smaller: the two have the same eigenvalues but for
 * zeros. Terms are summed in a fixed order, chunk by chunk.
 */
export function gramMatrix(rows: UsableRows, { offset, progress = () => {} }: GramOptions): SymmetricMatrix {
  const { count, dimensions } = rows;
  const byDimension = dimensions <= count;
  const size = byDimension ? dimensions : count;
  const depth = byDimension ? count : dimensions;
  const quads = Math.ceil(size / QUAD);
  const tilesFrom = quads * QUAD_BYTES;
  const tilesLength = ((quads * (quads + 1)) / 2) * QUAD * QUAD;
  const { buffer, addProducts } = denseKernel(tilesFrom + tilesLength * 8);
  const panel = new Float64Array(buffer, 0, quads * QUAD * CHUNK);
  const row = new Float64Array(dimensions);
  const every = Math.max(1, Math.ceil(depth / CHUNK / 100));
  /** Where value `k` of a column stands. */
  const place = (column: number, k: number): number => (column >> 2) * QUAD * CHUNK + k * QUAD + (column & 3);
  for (let from = 0; from < depth; from += CHUNK) {
    const to = Math.min(depth, from + CHUNK);
    if (to - from < CHUNK) panel.fill(0);
    if (byDimension) {
      for (let index = from; index < to; index++) {
        readRow(rows, index, row, offset);
        for (let k = 0; k < dimensions; k++) panel[place(k, index - from)] = row[k];
      }
    } else {
      for (let index = 0; index < count; index++) {
        readRow(rows, index, row, offset);
        for (let k = from; k < to; k++) panel[place(index, k - from)] = row[k];
      }
    }
    let sums = tilesFrom;
    for (let right = 0; right < quads; right++) {
      for (let left = 0; left <= right; left++, sums += QUAD * QUAD * 8) {
        addProducts(left * QUAD_BYTES, right * QUAD_BYTES, CHUNK, sums);
      }
    }
    if ((from / CHUNK) % every === 0) progress(to / depth);
  }
  return untiled(new Float64Array(buffer, tilesFrom, tilesLength), size, QUAD);
}

/** The sum of the squares of all entries: the sum of the squared eigenvalues. */
export function squaredNorm({ size, values }: SymmetricMatrix): number {
  let onDiagonal = 0;
  let left = 0;
  for (let i = 0; i < size; i++) {
    const from = i * size;
    for (let at = from; at < from + i; at++) left += values[at] * values[at];
    onDiagonal += values[from + i] * values[from + i];
  }
  return onDiagonal + 2 * left;
}
