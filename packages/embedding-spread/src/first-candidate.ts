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

const { fround, imul } = Math;

/** To a whole number of 32 bits as WebAssembly has it: what does not fit becomes the nearest that does. */
function saturated(value: number): number {
  return Math.trunc(Math.max(-(2 ** 31), Math.min(2 ** 31 - 1, value || 0)));
}

/** Looks for candidates the way of `kernel/first-candidate.wat` where there is no SIMD: whole numbers, and the same roundings. */
export function firstCandidateIn(buffer: ArrayBuffer): (search: CandidateSearch) => number {
  const values = new Int16Array(buffer, 0, buffer.byteLength >> 1);
  const floats = new Float32Array(buffer, 0, buffer.byteLength >> 2);
  const whole = new Int32Array(buffer, 0, buffer.byteLength >> 2);
  const products = new Int32Array(32);

  /** Multiplies a segment of two rows by one of four, whose products begin at an index; the largest sum so far. */
  // oxlint-disable-next-line max-params -- called for every tile.
  function addPart(index: number, left: number, right: number, pairs: number): number {
    let s00 = products[index];
    let s01 = products[index + 1];
    let s02 = products[index + 2];
    let s03 = products[index + 3];
    let s10 = products[index + 8];
    let s11 = products[index + 9];
    let s12 = products[index + 10];
    let s13 = products[index + 11];
    let b = right;
    for (let a = left; a < left + pairs * 16; a += 16, b += 16) {
      const a00 = values[a];
      const a01 = values[a + 1];
      const a10 = values[a + 2];
      const a11 = values[a + 3];
      let even = values[b];
      let odd = values[b + 1];
      s00 = (s00 + imul(a00, even) + imul(a01, odd)) | 0;
      s10 = (s10 + imul(a10, even) + imul(a11, odd)) | 0;
      even = values[b + 2];
      odd = values[b + 3];
      s01 = (s01 + imul(a00, even) + imul(a01, odd)) | 0;
      s11 = (s11 + imul(a10, even) + imul(a11, odd)) | 0;
      even = values[b + 4];
      odd = values[b + 5];
      s02 = (s02 + imul(a00, even) + imul(a01, odd)) | 0;
      s12 = (s12 + imul(a10, even) + imul(a11, odd)) | 0;
      even = values[b + 6];
      odd = values[b + 7];
      s03 = (s03 + imul(a00, even) + imul(a01, odd)) | 0;
      s13 = (s13 + imul(a10, even) + imul(a11, odd)) | 0;
    }
    products[index] = s00;
    products[index + 1] = s01;
    products[index + 2] = s02;
    products[index + 3] = s03;
    products[index + 8] = s10;
    products[index + 9] = s11;
    products[index + 10] = s12;
    products[index + 11] = s13;
    return Math.max(s00, s01, s02, s03, s10, s11, s12, s13);
  }

  /** Multiplies a segment of four rows by one of eight; the largest sum so far. */
  function addSegment(left: number, right: number, pairs: number): number {
    return Math.max(
      addPart(0, left, right, pairs),
      addPart(4, left, right + 8, pairs),
      addPart(16, left + 4, right, pairs),
      addPart(20, left + 4, right + 8, pairs),
    );
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
