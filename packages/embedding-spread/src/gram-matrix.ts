import { denseKernel, QUAD } from "./dense-kernel.ts";
import { readRow, type UsableRows } from "./usable-rows.ts";

/** A symmetric matrix, row after row. */
export interface SymmetricMatrix {
  readonly size: number;
  readonly values: Float64Array;
}

/** How many terms of each sum are added up before they join the total: a panel of 256 columns then fits the second-level cache. */
const CHUNK = 128;

/** Numbers in a tile: the sums of a quad of columns with another one. */
const TILE = QUAD * QUAD;

const BYTES = Float64Array.BYTES_PER_ELEMENT;

/** Puts value (`column`, `term`) of a chunk where the kernel finds it. */
function panelIndex(column: number, term: number): number {
  return ((column >> 2) * CHUNK + term) * QUAD + (column & 3);
}

/** Lays the tiles of the upper half, which follow each other row by row, out as a whole matrix. */
function untiled(tiles: Float64Array, size: number, quads: number): SymmetricMatrix {
  const values = new Float64Array(size * size);
  let at = 0;
  for (let left = 0; left < quads; left++) {
    for (let right = left; right < quads; right++, at += TILE) {
      for (let index = 0; index < TILE; index++) {
        const row = left * QUAD + (index >> 2);
        const column = right * QUAD + (index & 3);
        if (row > column || column >= size) continue;
        values[row * size + column] = tiles[at + index];
        values[column * size + row] = tiles[at + index];
      }
    }
  }
  return { size, values };
}

/**
 * XᵀX (dimensions × dimensions), or XXᵀ (rows × rows) when that is smaller: the two have the same eigenvalues but for
 * zeros. `offset` is subtracted from every row first. Terms are summed in a fixed order, chunk by chunk.
 */
export function gramMatrix(
  rows: UsableRows,
  offset: Float64Array | null,
  progress: (share: number) => void = () => {},
): SymmetricMatrix {
  const { count, dimensions } = rows;
  const byDimension = dimensions <= count;
  const size = byDimension ? dimensions : count;
  const depth = byDimension ? count : dimensions;
  const quads = Math.ceil(size / QUAD);
  const panelLength = quads * QUAD * CHUNK;
  const tilesLength = ((quads * (quads + 1)) / 2) * TILE;
  const { buffer, addProducts } = denseKernel((panelLength + tilesLength) * BYTES);
  const panel = new Float64Array(buffer, 0, panelLength);
  const row = new Float64Array(dimensions);
  const read = (index: number): void => {
    readRow(rows, index, row);
    if (offset !== null) for (let k = 0; k < dimensions; k++) row[k] -= offset[k];
  };
  const every = Math.max(1, Math.ceil(depth / CHUNK / 100));
  for (let from = 0; from < depth; from += CHUNK) {
    const to = Math.min(depth, from + CHUNK);
    if (to - from < CHUNK) panel.fill(0);
    if (byDimension) {
      for (let index = from; index < to; index++) {
        read(index);
        for (let k = 0; k < dimensions; k++) panel[panelIndex(k, index - from)] = row[k];
      }
    } else {
      for (let index = 0; index < count; index++) {
        read(index);
        for (let k = from; k < to; k++) panel[panelIndex(index, k - from)] = row[k];
      }
    }
    const stride = QUAD * CHUNK * BYTES;
    let sums = panelLength * BYTES;
    for (let left = 0; left < quads; left++) {
      for (let right = left; right < quads; right++, sums += TILE * BYTES) {
        addProducts(left * stride, right * stride, CHUNK, sums);
      }
    }
    if ((from / CHUNK) % every === 0) progress(to / depth);
  }
  return untiled(new Float64Array(buffer, panelLength * BYTES, tilesLength), size, quads);
}

/** The sum of the squares of all entries: the sum of the squared eigenvalues. */
export function squaredNorm({ values }: SymmetricMatrix): number {
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += values[index] * values[index];
  return sum;
}
