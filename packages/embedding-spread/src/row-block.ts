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
 * most 0.51 (0.01 of which is for factors and products in 32 bits), so a row of d of them by at most 0.51 √d in length, and a
 * product of two rows of length 32,767 by at most 1.02 · 32,767 √d + 0.2601 d. The rest is room for what is rounded to 32 bits
 * on the way to a comparison.
 */
export function roundingSlack(dimensions: number): number {
  return Math.ceil(1.02 * FULL * Math.sqrt(dimensions) + 0.2601 * dimensions) + 2048;
}

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

/** An even number: rows are rounded four values at a time. */
function stepsFor(dimensions: number): number {
  return Math.ceil(dimensions / 4 / SEGMENTS) * 2;
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

/** Where the limit of a row stands in `records`. */
function limitIndex(place: number): number {
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

/** Where the greatest lengths of what is left of the rows of an octet stand: an address. */
export function restsOf({ recordsFrom }: RowBlock, octet: number): number {
  return recordsFrom + (octet * RECORD + RESTS) * 4;
}

/** Sets the halves and units of an octet, and what bounds them. */
export function setBounds({ records }: RowBlock, octet: number, halves: Float32Array, units: Float32Array): void {
  const record = octet * RECORD;
  let lowestHalf = Infinity;
  let largestUnit = 0;
  for (let row = 0; row < OCTET; row++) {
    const [half, unit] = [halves[row], units[row]];
    records[record + HALVES + row] = half;
    records[record + UNITS + row] = unit;
    lowestHalf = Math.min(lowestHalf, half);
    largestUnit = Math.max(largestUnit, unit);
  }
  records[record + LOWEST_HALF] = lowestHalf;
  records[record + LARGEST_UNIT] = largestUnit;
}
