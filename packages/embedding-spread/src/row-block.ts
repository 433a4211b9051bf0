import { OCTET } from "./octet.ts";

/** Rows are multiplied in so many parts; after each, a search leaves out what can no longer be a candidate. */
export const SEGMENTS = 8;

/** The numbers of a record: eight limits, halves and units, then what bounds them all. The kernel knows these places. */
export const RECORD = 36;
export const HALVES = 8;
export const UNITS = 16;
export const LOWEST_LIMIT = 24;
export const LOWEST_HALF = 25;
export const LARGEST_UNIT = 26;
/** After each segment, the greatest length of what is left of a row. */
export const RESTS = 28;

/** The length of every row in whole numbers of 16 bits: products and their partial sums then fit 32 bits. */
export const FULL = 32_767;

/**
 * How much less a product of rows in whole numbers may be than that of the rows themselves. Rounding moves each value by at
 * most a half, so a row of d of them by at most √d/2 in length, and a product of two rows of length 32,767 by at most
 * 32,767 √d + d/4. The rest is room for what is rounded to 32 bits on the way to a comparison.
 */
export function roundingSlack(dimensions: number): number {
  return Math.ceil(FULL * Math.sqrt(dimensions) + dimensions / 4) + 2048;
}

/** Rows so much shorter than the longest are taken for zero. */
const NO_LENGTH = 1e-30;

/** Makes a number in 32 bits at least as large as it is in 64. */
const UP = 1 + 2 ** -22;

/** Rows in the memory of a kernel, in whole numbers, each scaled to the same length; and what a search excludes by. */
export interface RowBlock {
  readonly dimensions: number;
  /** How many pairs of dimensions a segment has; the last ones may be empty. */
  readonly steps: number;
  /** Addresses of the first octet and of its record. */
  readonly octets: number;
  readonly recordsFrom: number;
  readonly values: Int16Array;
  readonly records: Float32Array;
}

/** The number of octets that hold so many rows. */
function octetsFor(count: number): number {
  return Math.ceil(count / OCTET);
}

function stepsFor(dimensions: number): number {
  return Math.ceil(dimensions / 2 / SEGMENTS);
}

/** How many bytes an octet of rows takes, without its record. */
export function octetBytes({ steps }: Pick<RowBlock, "steps">): number {
  return steps * SEGMENTS * OCTET * 4;
}

/** How many bytes a block takes. */
export function blockBytes(count: number, dimensions: number): number {
  return octetsFor(count) * (octetBytes({ steps: stepsFor(dimensions) }) + RECORD * 4);
}

/** An empty block that starts at an address. Rows that are never filled in are nobody's neighbours, and have none. */
export function rowBlock(buffer: ArrayBuffer, octets: number, count: number, dimensions: number): RowBlock {
  const block = { dimensions, steps: stepsFor(dimensions) };
  const length = (octetsFor(count) * octetBytes(block)) / 2;
  const recordsFrom = octets + length * 2;
  return {
    ...block,
    octets,
    recordsFrom,
    values: new Int16Array(buffer, octets, length),
    records: new Float32Array(buffer, recordsFrom, octetsFor(count) * RECORD).fill(Infinity),
  };
}

/** Where the limit of a row stands in `records`; its half and its unit stand `HALVES` and `UNITS` further on. */
export function limitIndex(place: number): number {
  return Math.floor(place / OCTET) * RECORD + (place % OCTET);
}

/** Sets what a product must be above, a row's half added, for the other row to be a candidate. */
export function setLimit({ records }: RowBlock, place: number, limit: number): void {
  const index = limitIndex(place);
  records[index] = limit;
  const from = index - (place % OCTET);
  let lowest = Infinity;
  for (let row = 0; row < OCTET; row++) lowest = Math.min(lowest, records[from + row]);
  records[from + LOWEST_LIMIT] = lowest;
}

/** Puts a row of a known length in its place; `scale` brings it to a length of at most 1. Octets are filled in order. */
export function placeRow(
  block: RowBlock,
  place: number,
  row: Float64Array,
  { length, half, scale }: { readonly length: number; readonly half: number; readonly scale: number },
): void {
  const { dimensions, steps, values, records } = block;
  const factor = length * scale > NO_LENGTH ? FULL / length : 0;
  const first = (Math.floor(place / OCTET) * octetBytes(block)) / 2 + (place % OCTET) * 2;
  const record = Math.floor(place / OCTET) * RECORD;
  if (place % OCTET === 0) {
    records.fill(0, record + LARGEST_UNIT, record + RECORD);
    records[record + LOWEST_HALF] = Infinity;
  }
  const index = limitIndex(place);
  const unit = factor === 0 ? 0 : Math.fround((length * scale) / FULL);
  records[index + HALVES] = half;
  records[index + UNITS] = unit;
  records[record + LOWEST_HALF] = Math.min(records[record + LOWEST_HALF], records[index + HALVES]);
  records[record + LARGEST_UNIT] = Math.max(records[record + LARGEST_UNIT], unit);
  // Backwards, so that the rest after each segment is known when it is reached.
  let squares = 0;
  for (let segment = SEGMENTS - 1; segment >= 0; segment--) {
    const rest = record + RESTS + segment;
    records[rest] = Math.max(records[rest], Math.sqrt(squares) * UP);
    const from = segment * steps * 2;
    const to = Math.min(dimensions, from + steps * 2);
    let at = first + from * OCTET;
    for (let k = from; k < to; k += 2, at += 2 * OCTET) {
      // Rounds to the nearest whole number, by way of a positive one.
      const even = ((row[k] * factor + 32_768.5) | 0) - 32_768;
      const odd = k + 1 < to ? ((row[k + 1] * factor + 32_768.5) | 0) - 32_768 : 0;
      values[at] = even;
      values[at + 1] = odd;
      squares += even * even + odd * odd;
    }
  }
}
