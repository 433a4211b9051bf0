import type { DenseKernel } from "./dense-kernel.ts";
import { OCTET, QUAD } from "./octet.ts";
import type { ReadyRows } from "./row-filler.ts";
import { readRow } from "./usable-rows.ts";

const TILE_BYTES = QUAD * OCTET * 8;

/** Dot products of rows in 64 bits, each summed in order: the same to the last bit, one at a time or 32. */
export interface ExactProducts {
  readonly ofPair: (left: number, right: number) => number;
  /**
   * The products of up to four rows, the `quad`th that are chosen, and eight from a row on: of row `r` and row `c` at
   * `4 * r + c`, those of the last four rows 16 further on. For many pairs at once it takes a tenth of the time.
   */
  readonly ofTile: (quad: number, from: number) => Float64Array;
  /** To be called when other rows are chosen. */
  readonly forget: () => void;
}

/** How many bytes tiles take, when rows that they begin at lie in chunks of `chunk` rows. */
export function exactProductsBytes(dimensions: number, chunk: number): number {
  return TILE_BYTES + (QUAD + chunk) * dimensions * 8;
}

/** Prepares products in the memory of a kernel from an address on. Rows are laid out when they are first needed. */
export function exactProducts(
  { buffer, addProducts }: DenseKernel,
  { rows, offset }: ReadyRows,
  { chosen, chunk, at }: { readonly chosen: Uint32Array; readonly chunk: number; readonly at: number },
): ExactProducts {
  const { data, dimensions, count, documents, scales } = rows;
  const mean = offset ?? new Float64Array(dimensions);
  const values = new Float64Array(dimensions);
  const quadBytes = QUAD * dimensions * 8;
  const sums = new Float64Array(buffer, at, QUAD * OCTET);
  const ofLeft = at + TILE_BYTES;
  const ofRight = ofLeft + quadBytes;
  let quadAtHand = -1;
  /** The first row of the octet that is in each place of the chunk. */
  const octetsAtHand = new Int32Array(chunk / OCTET).fill(-1);

  function layOut(row: number, quad: Float64Array, place: number): void {
    readRow(rows, row, values, offset);
    for (let k = 0; k < dimensions; k++) quad[k * QUAD + place] = values[k];
  }

  return {
    ofPair(left, right) {
      const a = documents[left] * dimensions;
      const b = documents[right] * dimensions;
      const ofA = scales[left];
      const ofB = scales[right];
      let sum = 0;
      for (let k = 0; k < dimensions; k++) sum += (data[a + k] * ofA - mean[k]) * (data[b + k] * ofB - mean[k]);
      return sum;
    },
    ofTile(quad, from) {
      if (quadAtHand !== quad) {
        quadAtHand = quad;
        const target = new Float64Array(buffer, ofLeft, QUAD * dimensions);
        const first = quad * QUAD;
        for (let place = first; place < Math.min(first + QUAD, chosen.length); place++) {
          layOut(chosen[place], target, place - first);
        }
      }
      const octet = (from % chunk) / OCTET;
      const address = ofRight + octet * 2 * quadBytes;
      if (octetsAtHand[octet] !== from) {
        octetsAtHand[octet] = from;
        for (let row = from; row < Math.min(from + OCTET, count); row++) {
          const half = (row - from) >> 2;
          layOut(row, new Float64Array(buffer, address + half * quadBytes, QUAD * dimensions), (row - from) & 3);
        }
      }
      sums.fill(0);
      addProducts(ofLeft, address, dimensions, at);
      addProducts(ofLeft, address + quadBytes, dimensions, at + TILE_BYTES / 2);
      return sums;
    },
    forget() {
      quadAtHand = -1;
    },
  };
}
