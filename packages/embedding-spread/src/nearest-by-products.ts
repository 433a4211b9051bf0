import { denseKernel } from "./dense-kernel.ts";
import { OCTET, QUAD } from "./octet.ts";
import { blockBytes, octetBytes, RECORD, roundingSlack, rowBlock, setLimit } from "./row-block.ts";
import { exactProducts, exactProductsBytes } from "./exact-products.ts";
import { fillerBytes, lowered, type ReadyRows, rowFiller } from "./row-filler.ts";
import { readRow, type UsableRows } from "./usable-rows.ts";

/** How many rows pass by at once: so many that they stay in the second-level cache while all others meet them. */
const CHUNK = 256;

/** A bit for each pair of a quad and an octet, and room so that what follows stands at a multiple of 16. */
const PAIRS_BYTES = 16;

/** More pairs of a tile than this are multiplied all at once. */
const FEW_PAIRS = 3;

/** Below it, squares of lengths underflow; products of whole numbers then exclude nothing. */
const SHORTEST = 1e-150;

/** Whether more bits of a number are set. */
function hasMore(bits: number, than: number): boolean {
  let left = bits;
  for (let removed = 0; removed < than; removed++) left &= left - 1;
  return left !== 0;
}

function makeReady(rows: UsableRows, offset: Float64Array | null): ReadyRows {
  if (offset === null) return { rows, offset, halves: null, scale: 1 };
  const halves = new Float64Array(rows.count);
  const values = new Float64Array(rows.dimensions);
  let largest = 0;
  for (let row = 0; row < rows.count; row++) {
    readRow(rows, row, values, offset);
    for (let k = 0; k < values.length; k++) halves[row] += values[k] ** 2 / 2;
    largest = Math.max(largest, halves[row]);
  }
  const length = Math.sqrt(2 * largest);
  return { rows, offset, halves, scale: length > SHORTEST ? 1 / length : 0 };
}

/** The numbers from 0 on. */
function upTo(count: number): Uint32Array {
  const numbers = new Uint32Array(count);
  for (let index = 0; index < count; index++) numbers[index] = index;
  return numbers;
}

/**
 * The row that is nearest to each query, of equally near ones the first: by the largest dot product in 64 bits of unit rows
 * for cosine distance, of rows with `offset` (their mean) removed for Euclidean distance. Products of rows in 16 bits only
 * exclude, with an error bound, rows that cannot be nearest; what they exclude never changes the result. When all rows are
 * queries, each pair is looked at once, for both of its rows.
 */
export function nearestByProducts(
  rows: UsableRows,
  queries: Uint32Array,
  { offset, progress }: { readonly offset: Float64Array | null; readonly progress: (share: number) => void },
): Int32Array {
  const { count, dimensions } = rows;
  const all = queries.length === count;
  const chosen = all ? upTo(count) : queries.slice();
  const ready = makeReady(rows, offset);
  const { halves, scale } = ready;
  const leftBytes = blockBytes(chosen.length, dimensions);
  const rightBytes = all ? 0 : blockBytes(CHUNK, dimensions);
  const pairsFrom = leftBytes + rightBytes;
  const stage = pairsFrom + PAIRS_BYTES;
  const tilesFrom = stage + fillerBytes(dimensions);
  const kernel = denseKernel(tilesFrom + exactProductsBytes(dimensions, CHUNK));
  const { buffer, firstCandidate } = kernel;
  const left = rowBlock(buffer, 0, chosen.length, dimensions);
  const right = all ? left : rowBlock(buffer, leftBytes, CHUNK, dimensions);
  const pairs = new Int32Array(buffer, pairsFrom, 1);
  const fill = rowFiller(kernel, ready, stage);
  const chunk = upTo(CHUNK);
  fill(left, 0, chosen);
  for (let place = 0; place < chosen.length; place++) setLimit(left, place, -Infinity);

  const slack = roundingSlack(dimensions);
  const best = new Float64Array(chosen.length).fill(-Infinity);
  const nearest = new Int32Array(chosen.length);
  const { ofPair, ofTile, forget } = exactProducts(kernel, ready, { chosen, chunk: CHUNK, at: tilesFrom });
  const halfOf = (row: number): number => (halves === null ? 0 : halves[row]);
  const offer = (place: number, value: number, row: number): void => {
    if (value < best[place]) return;
    if (value > best[place] || row < nearest[place]) nearest[place] = row;
    best[place] = value;
    // Nothing is nearer than a copy.
    const highest = halves === null ? 1 : halves[chosen[place]];
    const isCopy =
      value >= highest * (1 - 1e-9) && value >= ofPair(chosen[place], chosen[place]) - halfOf(chosen[place]);
    setLimit(left, place, isCopy ? Infinity : lowered(value * scale * scale));
  };

  const size = octetBytes(left);
  const recordBytes = RECORD * 4;
  /** Compares those pairs of a quad and an octet whose first row is `from` that may be nearer than any before. */
  const compare = (quad: number, from: number): void => {
    const tile = hasMore(pairs[0], FEW_PAIRS) ? ofTile(quad, from) : null;
    for (let open = pairs[0]; open !== 0; open &= open - 1) {
      const index = 31 - Math.clz32(open & -open);
      const inQuad = index >> 3;
      const column = index & 7;
      const place = quad * QUAD + inQuad;
      const row = from + column;
      if (place >= chosen.length || row >= count || (all ? place >= row : chosen[place] === row)) continue;
      const exact =
        tile === null ? ofPair(chosen[place], row) : tile[(column >> 2) * 16 + inQuad * QUAD + (column & 3)];
      offer(place, exact - halfOf(row), row);
      if (all) offer(row, exact - halfOf(place), place);
    }
  };

  /** Compares quads of the left block, from one to before another, with a chunk of rows that is in the right one. */
  const compareChunk = (from: number, firstQuad: number, quads: number): void => {
    // In the right block, which is the left one or holds this chunk alone.
    const first = all ? from / OCTET : 0;
    const last = first + Math.ceil((Math.min(count, from + CHUNK) - from) / OCTET);
    for (let quad = firstQuad; quad < quads; quad++) {
      const bounds = left.recordsFrom + (quad >> 1) * recordBytes;
      for (let octet = all ? Math.max(first, quad >> 1) : first; octet < last; octet++) {
        const found = firstCandidate({
          left: left.octets + (quad >> 1) * size + (quad & 1) * QUAD * 4,
          right: right.octets + octet * size,
          end: right.octets + last * size,
          segment: left.steps * OCTET * 4,
          rows: bounds + (quad & 1) * QUAD * 4,
          bounds,
          columns: right.recordsFrom + octet * recordBytes,
          slack,
          pairs: pairsFrom,
        });
        octet = (found - right.octets) / size;
        if (octet < last) compare(quad, from + (octet - first) * OCTET);
      }
    }
  };

  // Like documents often stand together: what is near a row in the corpus comes first, so that little is left to look at.
  let [near, beyond] = [0, 0];
  for (let from = 0; from < count; from += CHUNK) {
    while (near < chosen.length && chosen[near] < from - CHUNK) near++;
    while (beyond < chosen.length && chosen[beyond] < from + (all ? CHUNK : 2 * CHUNK)) beyond++;
    if (near === beyond) continue;
    if (!all) fill(right, from, chunk.subarray(0, count - from));
    compareChunk(from, Math.floor(near / QUAD), Math.ceil(beyond / QUAD));
  }
  /** Where each place's row was among the queries. */
  const askedAt = upTo(chosen.length);
  if (!all) {
    // Four rows are looked at together until the last of them has none to find: those with like limits stand together.
    askedAt.sort((a, b) => (best[a] === best[b] ? a - b : best[a] > best[b] ? -1 : 1));
    const [found, neighbours] = [best.slice(), nearest.slice()];
    for (let place = 0; place < chosen.length; place++) {
      chosen[place] = queries[askedAt[place]];
      best[place] = found[askedAt[place]];
      nearest[place] = neighbours[askedAt[place]];
    }
    fill(left, 0, chosen);
    forget();
  }
  // Of equally near rows the first counts: who has found a copy looks for an earlier one.
  for (let place = 0; place < chosen.length; place++) setLimit(left, place, lowered(best[place] * scale * scale));

  const every = Math.ceil(count / CHUNK / 100);
  for (let from = 0; from < count; from += CHUNK) {
    const to = Math.min(count, from + CHUNK);
    if (!all) fill(right, from, chunk.subarray(0, count - from));
    compareChunk(from, 0, Math.ceil((all ? to : chosen.length) / QUAD));
    const done = to / count;
    if ((from / CHUNK) % every === 0 || to === count) progress(all ? done * done : done);
  }
  const answers = new Int32Array(chosen.length);
  for (let place = 0; place < chosen.length; place++) answers[askedAt[place]] = nearest[place];
  return answers;
}
