import { OCTET } from "./octet.ts";
import { SEGMENTS } from "./row-block.ts";

const { fround } = Math;

/** Above it, numbers of 32 bits have no fractions; the half keeps the sum there when a negative number is added. */
const WHOLE = 1.5 * 2 ** 23;

/** Makes a number in 32 bits at least as large as it is in 64. */
const UP = 1 + 2 ** -22;

/** What is rounded, and where to; numbers of bytes. */
export interface OctetRounding {
  /** The first of eight rows in 32 bits, `stride` apart. */
  readonly rows: number;
  readonly stride: number;
  /** Eight numbers in 32 bits that rows are multiplied by. */
  readonly factors: number;
  readonly octet: number;
  /** A segment of the octet: an even number of steps of 32 bytes. */
  readonly segment: number;
  /** Where the sums of squares after each segment go, row by row. */
  readonly squares: number;
  /** Where the greatest length of what is left of a row after each segment goes, in 32 bits. */
  readonly rests: number;
}

/** Rounds an octet of rows to whole numbers the way of `kernel/round-octet.wat` where there is no SIMD, to the last bit. */
export function roundOctetIn(buffer: ArrayBuffer): (rounding: OctetRounding) => void {
  const singles = new Float32Array(buffer, 0, buffer.byteLength >> 2);
  const shorts = new Int16Array(buffer, 0, buffer.byteLength >> 1);
  const whole = new Int32Array(buffer, 0, buffer.byteLength >> 2);
  return ({ rows, stride, factors, octet, segment, squares, rests }) => {
    for (let row = 0; row < OCTET; row++) {
      const factor = singles[factors / 4 + row];
      let from = (rows + row * stride) / 4;
      let to = octet / 2 + row * 2;
      let sum = 0;
      for (let part = 0; part < SEGMENTS; part++) {
        for (const end = to + segment / 2; to < end; to += 16, from += 2) {
          const even = fround(fround(singles[from] * factor) + WHOLE) - WHOLE;
          const odd = fround(fround(singles[from + 1] * factor) + WHOLE) - WHOLE;
          shorts[to] = even;
          shorts[to + 1] = odd;
          sum += even * even + odd * odd;
        }
        whole[squares / 4 + part * OCTET + row] = sum;
      }
    }
    const all = squares / 4 + (SEGMENTS - 1) * OCTET;
    for (let part = 0; part < SEGMENTS; part++) {
      let rest = 0;
      for (let row = 0; row < OCTET; row++) {
        rest = Math.max(rest, whole[all + row] - whole[squares / 4 + part * OCTET + row]);
      }
      singles[rests / 4 + part] = Math.sqrt(rest) * UP;
    }
  };
}
