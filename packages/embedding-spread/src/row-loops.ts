/* oxlint-disable max-params -- what WebAssembly takes is numbers, and these stand in for it. */
import { OCTET } from "./octet.ts";

/** Passes over rows in one memory: those that come in have 32 bits a value, all others 64. Numbers of bytes, but for counts. */
export interface RowLoops {
  /** Rows of `width` bytes (a multiple of 32), times a scale each and less an offset. */
  readonly centreRows: (rows: number, count: number, width: number, scales: number, offset: number, to: number) => void;
  /** Adds rows, times a factor each, to sums. */
  readonly addRows: (rows: number, count: number, width: number, factors: number, sums: number) => void;
  /** Adds the squares of rows to sums. */
  readonly addSquares: (rows: number, count: number, width: number, sums: number) => void;
  /** The squared lengths of rows; there is to be room for a multiple of eight. */
  readonly squareLengths: (rows: number, count: number, width: number, to: number) => void;
}

/** The passes the way of the kernel where there is no SIMD: the same sums in the same order. */
export function rowLoops(buffer: ArrayBuffer): RowLoops {
  const singles = new Float32Array(buffer, 0, buffer.byteLength >> 2);
  const doubles = new Float64Array(buffer, 0, buffer.byteLength >> 3);
  return {
    centreRows(rows, count, width, scales, offset, to) {
      const length = width / 4;
      for (let row = 0; row < count; row++) {
        const scale = doubles[scales / 8 + row];
        const from = rows / 4 + row * length;
        const target = to / 8 + row * length;
        for (let k = 0; k < length; k++) doubles[target + k] = singles[from + k] * scale - doubles[offset / 8 + k];
      }
    },
    addRows(rows, count, width, factors, sums) {
      const length = width / 8;
      for (let row = 0; row < count; row++) {
        const factor = doubles[factors / 8 + row];
        const from = rows / 8 + row * length;
        for (let k = 0; k < length; k++) doubles[sums / 8 + k] += doubles[from + k] * factor;
      }
    },
    addSquares(rows, count, width, sums) {
      const length = width / 8;
      for (let row = 0; row < count; row++) {
        const from = rows / 8 + row * length;
        for (let k = 0; k < length; k++) doubles[sums / 8 + k] += doubles[from + k] * doubles[from + k];
      }
    },
    squareLengths(rows, count, width, to) {
      for (let row = 0; row < Math.ceil(count / OCTET) * OCTET; row++) {
        let sum = 0;
        const from = (rows + row * width) / 8;
        for (let at = from; at < from + width / 8; at++) sum += doubles[at] * doubles[at];
        doubles[to / 8 + row] = sum;
      }
    },
  };
}
