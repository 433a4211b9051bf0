import type { DenseKernel } from "./dense-kernel.ts";
import { OCTET } from "./octet.ts";
import { blockBytes, FULL, octetBytes, restsOf, type RowBlock, SEGMENTS, setBounds } from "./row-block.ts";
import { readRow, type UsableRows } from "./usable-rows.ts";

/** Rows so much shorter than the longest are taken for zero. */
const NO_LENGTH = 1e-30;

/** Rows ready for dot products. Of all rows `j` the nearest to a row has the largest dot product minus `halves[j]`. */
export interface ReadyRows {
  readonly rows: UsableRows;
  /** Subtracted from every row: distances stay the same, and rounding no longer grows with the distance from the origin. */
  readonly offset: Float64Array | null;
  /** Half the squared length of each row, or nothing for unit rows, where it is the same for all. */
  readonly halves: Float64Array | null;
  /** Brings every row to a length of at most 1. */
  readonly scale: number;
}

/** How many bytes a filler takes beside the blocks that it fills. */
export function fillerBytes(dimensions: number): number {
  return blockBytes(OCTET, dimensions) * 2 + OCTET * 4 + SEGMENTS * OCTET * 4;
}

/** Makes a number low enough for what 32 bits round, and for rows too short to have a length. */
export function lowered(value: number): number {
  return value - Math.abs(value) * 2 ** -22 - 2 * NO_LENGTH;
}

/** A function that puts rows into the places of a block from the first on, by way of eight rows in 32 bits at `stage`. */
export function rowFiller(
  { buffer, roundOctet }: DenseKernel,
  { rows, offset, halves, scale }: ReadyRows,
  stage: number,
): (block: RowBlock, from: number, chosen: Uint32Array) => void {
  const { data, dimensions, documents, scales } = rows;
  const values = new Float64Array(dimensions);
  const [ofHalves, ofUnits] = [new Float32Array(OCTET), new Float32Array(OCTET)];

  const asGiven = offset === null && data instanceof Float32Array;

  /** What makes a row as it is given as long as all others; 0 where 32 bits do not hold it well. */
  function factorOf(row: number): number {
    const factor = scales[row] * FULL;
    return asGiven && factor > 1e-30 && factor < 1e30 ? factor : 0;
  }

  /** Writes a row at an index of `staged`, and returns what makes it as long as all others. */
  function write(row: number, staged: Float32Array, at: number): number {
    const length = halves === null ? 1 : Math.sqrt(2 * halves[row]) * scale;
    if (!(length > NO_LENGTH)) {
      staged.fill(0, at, at + dimensions);
      return 0;
    }
    const factor = factorOf(row);
    if (factor > 0) {
      const first = documents[row] * dimensions;
      staged.set(data.subarray(first, first + dimensions), at);
      return factor;
    }
    readRow(rows, row, values, offset);
    for (let k = 0; k < dimensions; k++) staged[at + k] = values[k] * scale;
    return FULL / length;
  }

  /** Writes eight of the chosen rows at once where they follow each other in the data; says whether they do. */
  // oxlint-disable-next-line max-params -- called for every octet.
  function writeTogether(
    chosen: Uint32Array,
    at: number,
    from: number,
    staged: Float32Array,
    factors: Float32Array,
  ): boolean {
    if (chosen.length - at < OCTET || staged.length !== OCTET * dimensions) return false;
    const first = documents[from + chosen[at]];
    for (let place = 0; place < OCTET; place++) {
      const row = from + chosen[at + place];
      factors[place] = factorOf(row);
      if (factors[place] === 0 || documents[row] !== first + place) return false;
    }
    staged.set(data.subarray(first * dimensions, (first + OCTET) * dimensions));
    return true;
  }

  return (block, from, chosen) => {
    const size = octetBytes(block);
    const stride = (size / OCTET) * 2;
    const staged = new Float32Array(buffer, stage, (stride / 4) * OCTET);
    const factors = new Float32Array(buffer, stage + stride * OCTET, OCTET);
    const squares = factors.byteOffset + OCTET * 4;
    for (let first = 0; first < chosen.length; first += OCTET) {
      const together = asGiven && writeTogether(chosen, first, from, staged, factors);
      for (let place = 0; place < OCTET; place++) {
        const row = first + place < chosen.length ? from + chosen[first + place] : -1;
        if (!together) factors[place] = row < 0 ? 0 : write(row, staged, (place * stride) / 4);
        ofHalves[place] = row < 0 ? Infinity : 0;
        if (row >= 0 && halves !== null) ofHalves[place] = lowered(halves[row] * scale * scale);
        const length = halves === null ? 1 : Math.sqrt(2 * halves[row]) * scale;
        ofUnits[place] = factors[place] === 0 ? 0 : length / FULL;
      }
      const octet = first / OCTET;
      roundOctet({
        rows: stage,
        stride,
        factors: factors.byteOffset,
        octet: block.octets + octet * size,
        segment: block.steps * OCTET * 4,
        squares,
        rests: restsOf(block, octet),
      });
      setBounds(block, octet, ofHalves, ofUnits);
    }
  };
}
