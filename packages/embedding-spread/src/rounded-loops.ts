/* oxlint-disable max-params -- what WebAssembly takes is numbers, and these stand in for it. */
import { OCTET } from "./octet.ts";

const { fround, sqrt } = Math;

/** Steps of a Gram matrix in whole numbers of 16 bits, in one memory; addresses and widths count its bytes. */
export interface RoundedLoops {
  /**
   * Rows of 32 bits, `width` bytes each (a multiple of 32), times a scale each, less an offset, times a factor, as columns in
   * octets: 16 bits, values `2k` and `2k + 1` of column `c` are numbers `16 * k + 2 * c` and the next; the next octet is
   * `group` bytes further on. Each column is multiplied by what makes the sum of its squares almost 2³⁰: no number is then
   * beyond 16 bits, no product of two columns beyond 32. One over these multipliers, in 64 bits, goes to `units`. `terms` is
   * room for eight columns in 32 bits of one row more.
   */
  readonly roundColumns: (
    rows: number,
    count: number,
    width: number,
    scales: number,
    offset: number,
    factor: number,
    terms: number,
    panel: number,
    group: number,
    units: number,
  ) => void;
  /**
   * Adds the dot products of the columns of a panel with each other, in their units, to sums in 64 bits. For each octet come
   * tiles of half an octet by the whole one, from the first half to its own last, row by row. The panel begins at a multiple of
   * 32; `scratch` is room for 32 numbers of 32 bits.
   */
  readonly addRoundedProducts: (
    panel: number,
    group: number,
    groups: number,
    units: number,
    scratch: number,
    sums: number,
  ) => void;
}

/** What squares of a column sum up to: less than 2³⁰, so that rounding does not reach 2¹⁵. */
const FULL_SQUARES = 2 ** 30 - 2 ** 20;

/** Columns of nothing but zeros are divided by something. */
const LEAST_SQUARES = fround(1e-20);

/** Adding it leaves no bits below one. */
const MIDDLE = 1.5 * 2 ** 23;

/** The steps the way of the kernel where there is no SIMD: the same roundings, and sums that are exact. */
export function roundedLoops(buffer: ArrayBuffer): RoundedLoops {
  const wholes = new Int16Array(buffer, 0, buffer.byteLength >> 1);
  const singles = new Float32Array(buffer, 0, buffer.byteLength >> 2);
  const doubles = new Float64Array(buffer, 0, buffer.byteLength >> 3);

  return {
    roundColumns(rows, count, width, scales, offset, factor, terms, panel, group, units) {
      const length = width / 4;
      const column = terms / 4;
      if (count % 2 === 1) singles[column + count] = 0;
      for (let k = 0; k < length; k++) {
        let squares = 0;
        for (let row = 0; row < count; row++) {
          const value =
            (singles[rows / 4 + row * length + k] * doubles[scales / 8 + row] - doubles[offset / 8 + k]) * factor;
          const term = fround(value);
          singles[column + row] = term;
          squares = fround(squares + fround(term * term));
        }
        const multiplier = fround(sqrt(fround(FULL_SQUARES / Math.max(squares, LEAST_SQUARES))));
        doubles[units / 8 + k] = 1 / multiplier;
        const to = (panel + (k >> 3) * group) / 2 + 2 * (k & 7);
        for (let row = 0; row < count + (count % 2); row++) {
          const whole = fround(fround(fround(singles[column + row] * multiplier) + MIDDLE) - MIDDLE);
          wholes[to + (row >> 1) * 2 * OCTET + (row & 1)] = whole;
        }
      }
    },
    addRoundedProducts(panel, group, groups, units, _scratch, sums) {
      let at = sums / 8;
      for (let right = 0; right < groups; right++) {
        const b = (panel + right * group) / 2;
        for (let left = 0; left < (right + 1) * OCTET; left++, at += OCTET) {
          const a = (panel + (left >> 3) * group) / 2 + 2 * (left & 7);
          const unit = doubles[units / 8 + left];
          for (let column = 0; column < OCTET; column++) {
            let product = 0;
            for (let k = 0; k < group / 2; k += 2 * OCTET) {
              product +=
                wholes[a + k] * wholes[b + k + 2 * column] + wholes[a + k + 1] * wholes[b + k + 2 * column + 1];
            }
            doubles[at + column] += product * (unit * doubles[units / 8 + right * OCTET + column]);
          }
        }
      }
    },
  };
}
