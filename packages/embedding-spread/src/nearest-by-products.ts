import { denseKernel, OCTET, QUAD } from "./dense-kernel.ts";
import { blockBytes, limitIndex, placeRow, type RowBlock, rowBlock } from "./row-block.ts";
import { readRow, type UsableRows } from "./usable-rows.ts";

/** How many rows pass by at once: so many that they stay in the second-level cache while all others meet them. */
const CHUNK = 256;

const TILE_BYTES = QUAD * QUAD * 8;

/** Below it, squares of lengths underflow; products in 32 bits then exclude nothing. */
const SHORTEST = 1e-150;

/** Rows ready for dot products. Of all rows `j` the nearest to a row has the largest dot product minus `halves[j]`. */
interface Ready {
  readonly rows: UsableRows;
  /** Subtracted from every row: distances stay the same, and rounding no longer grows with the distance from the origin. */
  readonly offset: Float64Array | null;
  /** Half the squared length of each row, or nothing for unit rows, where it is the same for all. */
  readonly halves: Float64Array;
  /** Brings every row to a length of at most 1 for products in 32 bits. */
  readonly scale: number;
}

function read({ rows, offset }: Omit<Ready, "halves" | "scale">, row: number, target: Float64Array): void {
  readRow(rows, row, target);
  if (offset !== null) for (let k = 0; k < target.length; k++) target[k] -= offset[k];
}

function makeReady(rows: UsableRows, offset: Float64Array | null): Ready {
  const halves = new Float64Array(rows.count);
  if (offset === null) return { rows, offset, halves, scale: 1 };
  const values = new Float64Array(rows.dimensions);
  let largest = 0;
  for (let row = 0; row < rows.count; row++) {
    read({ rows, offset }, row, values);
    for (let k = 0; k < values.length; k++) halves[row] += values[k] ** 2 / 2;
    largest = Math.max(largest, halves[row]);
  }
  const length = Math.sqrt(2 * largest);
  return { rows, offset, halves, scale: length > SHORTEST ? 1 / length : 0 };
}

function fill(block: RowBlock, ready: Ready, from: number, chosen: ArrayLike<number>): void {
  const values = new Float64Array(block.dimensions);
  for (let place = 0; place < chosen.length; place++) {
    const row = from + chosen[place];
    read(ready, row, values);
    placeRow(block, place, values, ready.scale);
    block.limits[limitIndex(place) + OCTET] = ready.halves[row] * ready.scale * ready.scale;
  }
}

/** The numbers from 0 on. */
const upTo = (count: number): Uint32Array => Uint32Array.from({ length: count }, (_, index) => index);

/**
 * The row that is nearest to each query, of equally near ones the first: by the largest dot product in 64 bits of unit rows
 * for cosine distance, of rows with `offset` (their mean) removed for Euclidean distance. Products in 32 bits only exclude,
 * with an error bound, rows that cannot be nearest; what they exclude never changes the result. When all rows are queries,
 * each pair is looked at once, for both of its rows.
 */
export function nearestByProducts(
  rows: UsableRows,
  queries: Uint32Array,
  { offset, progress }: { readonly offset: Float64Array | null; readonly progress: (share: number) => void },
): Int32Array {
  const { count, dimensions } = rows;
  const all = queries.length === count;
  const chosen = all ? upTo(count) : queries;
  const ready = makeReady(rows, offset);
  const { halves, scale } = ready;
  const leftBytes = blockBytes(chosen.length, dimensions);
  const rightBytes = all ? 0 : blockBytes(CHUNK, dimensions);
  const sumsFrom = leftBytes + rightBytes;
  const { buffer, addProducts, firstCandidate } = denseKernel(sumsFrom + 2 * TILE_BYTES);
  const left = rowBlock(buffer, 0, chosen.length, dimensions);
  const right = all ? left : rowBlock(buffer, leftBytes, CHUNK, dimensions);
  const sums = new Float64Array(buffer, sumsFrom, 2 * QUAD * QUAD);
  fill(left, ready, 0, chosen);
  for (let place = 0; place < chosen.length; place++) left.limits[limitIndex(place)] = -Infinity;

  // Rows of length 1: rounding d products and their sum, the rows and the limit is off by less than d + 16 units of 2⁻²⁴
  // (Higham 2002, §3.1); twice that covers the second order for any d that memory holds.
  const error = (dimensions + 16) * 2 ** -23;
  const best = new Float64Array(chosen.length).fill(-Infinity);
  const nearest = new Int32Array(chosen.length);
  const offer = (place: number, value: number, row: number): void => {
    if (value < best[place] || (value === best[place] && row >= nearest[place])) return;
    best[place] = value;
    nearest[place] = row;
    left.limits[limitIndex(place)] = value * scale * scale - error;
  };

  const quadBytes = QUAD * dimensions * 8;
  const octetBytes = OCTET * dimensions * 4;
  /** Compares four rows of the left block with eight of the right one, whose first row is `from`. */
  const compare = (quad: number, octet: number, from: number): void => {
    sums.fill(0);
    addProducts(left.quads + quad * quadBytes, right.quads + 2 * octet * quadBytes, dimensions, sumsFrom);
    addProducts(
      left.quads + quad * quadBytes,
      right.quads + (2 * octet + 1) * quadBytes,
      dimensions,
      sumsFrom + TILE_BYTES,
    );
    for (let index = 0; index < sums.length; index++) {
      const place = quad * QUAD + ((index >> 2) & 3);
      const row = from + (index >> 4) * QUAD + (index & 3);
      if (place >= chosen.length || row >= count) continue;
      if (all ? place >= row : chosen[place] === row) continue;
      offer(place, sums[index] - halves[row], row);
      if (all) offer(row, sums[index] - halves[place], place);
    }
  };

  const every = Math.ceil(count / CHUNK / 100);
  for (let from = 0; from < count; from += CHUNK) {
    const to = Math.min(count, from + CHUNK);
    // In the right block, which is the left one or holds this chunk alone.
    const first = all ? from / OCTET : 0;
    const last = first + Math.ceil((to - from) / OCTET);
    if (!all) fill(right, ready, from, upTo(to - from));
    const quads = Math.ceil((all ? to : chosen.length) / QUAD);
    for (let quad = 0; quad < quads; quad++) {
      for (let octet = all ? Math.max(first, quad >> 1) : first; octet < last; octet++) {
        const found = firstCandidate({
          left: left.octets + (quad >> 1) * octetBytes + (quad & 1) * QUAD * 4,
          right: right.octets + octet * octetBytes,
          end: right.octets + last * octetBytes,
          depth: dimensions,
          rows: left.limitsFrom + limitIndex(quad * QUAD) * 4,
          columns: right.limitsFrom + limitIndex(octet * OCTET) * 4,
        });
        octet = (found - right.octets) / octetBytes;
        if (octet < last) compare(quad, octet, from + (octet - first) * OCTET);
      }
    }
    const done = to / count;
    if ((from / CHUNK) % every === 0 || to === count) progress(all ? done * done : done);
  }
  return nearest;
}
