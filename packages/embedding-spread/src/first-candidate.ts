import { HALVES, LARGEST_UNIT, LOWEST_HALF, LOWEST_LIMIT, RECORD, RESTS, SEGMENTS, UNITS } from "./row-block.ts";

/** Four rows and the octets that may hold a row nearer to one of them than any so far. Numbers of bytes, but for `slack`. */
export interface CandidateSearch {
  /** The first value of the four rows, within their octet. */
  readonly left: number;
  readonly right: number;
  readonly end: number;
  /** A segment of an octet. */
  readonly segment: number;
  /** The limits of the four rows, within the record of their octet, and that record. */
  readonly rows: number;
  readonly bounds: number;
  /** The record of the octet at `right`; those of the next ones follow. */
  readonly columns: number;
  /** How much less a product of whole numbers may be than that of the rows. */
  readonly slack: number;
  /** Where the pairs that are candidates are written: bit `8 * r + c` is for row `r` and row `c` of the octet. */
  readonly pairs: number;
}

const { fround } = Math;

/** To a whole number of 32 bits as WebAssembly has it: what does not fit becomes the nearest that does. */
function saturated(value: number): number {
  return Math.trunc(Math.max(-(2 ** 31), Math.min(2 ** 31 - 1, value || 0)));
}

/** Looks for candidates the way of `kernel.wat` where there is no SIMD: whole numbers, and the same roundings. */
export function firstCandidateIn(buffer: ArrayBuffer): (search: CandidateSearch) => number {
  const values = new Int16Array(buffer, 0, buffer.byteLength >> 1);
  const floats = new Float32Array(buffer, 0, buffer.byteLength >> 2);
  const whole = new Int32Array(buffer, 0, buffer.byteLength >> 2);
  const products = new Int32Array(32);

  /** Multiplies a segment; the largest sum so far. */
  function addSegment(left: number, right: number, pairs: number): number {
    let largest = -(2 ** 31);
    for (let index = 0; index < 32; index++) {
      let sum = products[index];
      let a = left + (index >> 3) * 2;
      let b = right + (index & 7) * 2;
      for (const end = a + pairs * 16; a < end; a += 16, b += 16) {
        sum = (sum + values[a] * values[b] + values[a + 1] * values[b + 1]) | 0;
      }
      products[index] = sum;
      if (sum > largest) largest = sum;
    }
    return largest;
  }

  /** What the largest sum must be above for the most promising pair, in the units of the rows. */
  function lowestSum(bounds: number, columns: number): number {
    const limit = Math.min(
      fround(floats[bounds + LOWEST_LIMIT] + floats[columns + LOWEST_HALF]),
      fround(floats[columns + LOWEST_LIMIT] + floats[bounds + LOWEST_HALF]),
    );
    const unit = fround(floats[bounds + LARGEST_UNIT] * floats[columns + LARGEST_UNIT]);
    return limit < 0 ? -Infinity : fround(limit / unit);
  }

  function isCandidate(index: number, rows: number, columns: number): boolean {
    const row = rows + (index >> 3);
    const column = columns + (index & 7);
    const product = fround(fround(products[index]) * fround(floats[row + UNITS] * floats[column + UNITS]));
    return (
      product > fround(floats[row] + floats[column + HALVES]) || product > fround(floats[column] + floats[row + HALVES])
    );
  }

  return ({ left, right, end, segment, rows, bounds, columns, slack, pairs }) => {
    let octet = right;
    let record = columns / 4;
    for (; octet < end; octet += segment * SEGMENTS, record += RECORD) {
      const lowest = lowestSum(bounds / 4, record);
      products.fill(slack);
      let part = 0;
      for (; part < SEGMENTS; part++) {
        const largest = addSegment((left + part * segment) / 2, (octet + part * segment) / 2, segment / 32);
        const rest = fround(floats[bounds / 4 + RESTS + part] * floats[record + RESTS + part]);
        if (largest <= saturated(fround(lowest - rest))) break;
      }
      if (part < SEGMENTS) continue;
      let found = 0;
      for (let index = 0; index < 32; index++) if (isCandidate(index, rows / 4, record)) found |= 1 << index;
      if (found === 0) continue;
      whole[pairs / 4] = found;
      return octet;
    }
    return octet;
  };
}
