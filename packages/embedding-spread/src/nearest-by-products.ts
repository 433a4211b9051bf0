import { QUAD, quadProducts } from "./quad-products.ts";
import { readRow, type UsableRows } from "./usable-rows.ts";

/** How many quads are kept in the second-level cache while all others pass by. */
const BLOCK = 32;

/** Rows ready for dot products. Of all rows `j` the nearest to a row has the largest dot product minus `half[j]`. */
interface Ready {
  readonly rows: UsableRows;
  /** Subtracted from every row: distances stay the same, and rounding no longer grows with the distance from the origin. */
  readonly offset: Float64Array | null;
  /** Half the squared length of each row, or nothing for unit rows, where it is the same for all. */
  readonly half: Float64Array;
}

function makeReady(rows: UsableRows, offset: Float64Array | null): Ready {
  const half = new Float64Array(rows.count);
  if (offset === null) return { rows, offset, half };
  const values = new Float64Array(rows.dimensions);
  for (let row = 0; row < rows.count; row++) {
    readRow(rows, row, values);
    for (let k = 0; k < values.length; k++) half[row] += (values[k] - offset[k]) ** 2 / 2;
  }
  return { rows, offset, half };
}

/** Packs up to four rows side by side; absent ones stay as they are. */
function packQuad(
  { rows, offset }: Ready,
  chosen: ArrayLike<number>,
  quad: number,
  panel: Float64Array,
  at: number,
): void {
  const { data, dimensions, documents, scales } = rows;
  for (let lane = 0; lane < QUAD && quad * QUAD + lane < chosen.length; lane++) {
    const row = chosen[quad * QUAD + lane];
    const from = documents[row] * dimensions;
    for (let k = 0; k < dimensions; k++) {
      panel[at + k * QUAD + lane] = data[from + k] * scales[row] - (offset === null ? 0 : offset[k]);
    }
  }
}

function packAll(ready: Ready, chosen: ArrayLike<number>): Float64Array {
  const stride = ready.rows.dimensions * QUAD;
  const quads = Math.ceil(chosen.length / QUAD);
  const panel = new Float64Array(quads * stride);
  for (let quad = 0; quad < quads; quad++) packQuad(ready, chosen, quad, panel, quad * stride);
  return panel;
}

/** The nearest other row of every row; each pair is looked at once, for both of its rows. */
function nearestOfAll(ready: Ready, progress: (share: number) => void): Int32Array {
  const { count, dimensions } = ready.rows;
  const { half } = ready;
  const stride = dimensions * QUAD;
  const panel = packAll(
    ready,
    Uint32Array.from({ length: count }, (_, row) => row),
  );
  const quads = Math.ceil(count / QUAD);
  const best = new Float64Array(count).fill(-Infinity);
  const nearest = new Int32Array(count);
  const { sums, multiply } = quadProducts(dimensions);
  for (let block = 0; block < quads; block += BLOCK) {
    for (let right = block; right < quads; right++) {
      for (let left = block; left <= Math.min(right, block + BLOCK - 1); left++) {
        multiply(panel, left * stride, panel, right * stride);
        for (let index = 0; index < QUAD * QUAD; index++) {
          const i = left * QUAD + (index >> 2);
          const j = right * QUAD + (index & 3);
          if (i >= j || j >= count) continue;
          if (sums[index] - half[j] > best[i]) {
            best[i] = sums[index] - half[j];
            nearest[i] = j;
          }
          if (sums[index] - half[i] > best[j]) {
            best[j] = sums[index] - half[i];
            nearest[j] = i;
          }
        }
      }
    }
    const left = 1 - Math.min(1, (block + BLOCK) / quads);
    progress(1 - left * left);
  }
  return nearest;
}

/** The nearest other row of some rows, among all rows. */
function nearestOfSome(ready: Ready, queries: Uint32Array, progress: (share: number) => void): Int32Array {
  const { count, dimensions } = ready.rows;
  const { half } = ready;
  const stride = dimensions * QUAD;
  const all = Uint32Array.from({ length: count }, (_, row) => row);
  const panel = packAll(ready, queries);
  const quads = Math.ceil(queries.length / QUAD);
  const best = new Float64Array(queries.length).fill(-Infinity);
  const nearest = new Int32Array(queries.length);
  const passing = new Float64Array(stride);
  const { sums, multiply } = quadProducts(dimensions);
  const passes = Math.ceil(count / QUAD);
  const every = Math.ceil(passes / 100);
  for (let right = 0; right < passes; right++) {
    packQuad(ready, all, right, passing, 0);
    for (let left = 0; left < quads; left++) {
      multiply(panel, left * stride, passing, 0);
      for (let index = 0; index < QUAD * QUAD; index++) {
        const query = left * QUAD + (index >> 2);
        const j = right * QUAD + (index & 3);
        if (query >= queries.length || j >= count || queries[query] === j) continue;
        if (sums[index] - half[j] > best[query]) {
          best[query] = sums[index] - half[j];
          nearest[query] = j;
        }
      }
    }
    if (right % every === 0) progress((right + 1) / passes);
  }
  return nearest;
}

/**
 * The row that is nearest to each query, by blocked dot products: of unit rows for cosine distance, of rows with `offset`
 * (their mean) removed for Euclidean distance.
 */
export function nearestByProducts(
  rows: UsableRows,
  queries: Uint32Array,
  { offset, progress }: { readonly offset: Float64Array | null; readonly progress: (share: number) => void },
): Int32Array {
  const ready = makeReady(rows, offset);
  return queries.length === rows.count ? nearestOfAll(ready, progress) : nearestOfSome(ready, queries, progress);
}
