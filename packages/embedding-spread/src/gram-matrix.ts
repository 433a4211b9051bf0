import { QUAD, quadProducts } from "./quad-products.ts";
import { readRow, type UsableRows } from "./usable-rows.ts";

/** A symmetric matrix, row after row. */
export interface SymmetricMatrix {
  readonly size: number;
  readonly values: Float64Array;
}

/** How many terms of each sum are added up before they join the total: a panel of 256 columns then fits the second-level cache. */
const CHUNK = 128;

/** Puts value (`column`, `term`) of a chunk where `quadProducts` finds it. */
function panelIndex(column: number, term: number): number {
  return ((column >> 2) * CHUNK + term) * QUAD + (column & 3);
}

function addProducts(panel: Float64Array, size: number, target: Float64Array): void {
  const { sums, multiply } = quadProducts(CHUNK);
  const stride = CHUNK * QUAD;
  for (let left = 0; left * QUAD < size; left++) {
    for (let right = left; right * QUAD < size; right++) {
      multiply(panel, left * stride, panel, right * stride);
      for (let i = 0; i < QUAD; i++) {
        const row = left * QUAD + i;
        for (let j = 0; j < QUAD; j++) {
          const column = right * QUAD + j;
          if (row <= column && column < size) target[row * size + column] += sums[i * QUAD + j];
        }
      }
    }
  }
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
  const values = new Float64Array(size * size);
  const panel = new Float64Array(Math.ceil(size / QUAD) * QUAD * CHUNK);
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
    addProducts(panel, size, values);
    if ((from / CHUNK) % every === 0) progress(to / depth);
  }
  for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) values[i * size + j] = values[j * size + i];
  return { size, values };
}

/** The sum of the squares of all entries: the sum of the squared eigenvalues. */
export function squaredNorm({ values }: SymmetricMatrix): number {
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += values[index] * values[index];
  return sum;
}
