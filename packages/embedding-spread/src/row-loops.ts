/* oxlint-disable max-params -- what WebAssembly takes is numbers, and these stand in for it. */

/**
 * Passes over rows in one memory: values in 32 bits as they were given, otherwise in 64. Numbers of bytes, but for counts; those
 * are to be multiples of eight, but for `centreRows`.
 */
export interface RowLoops {
  /** Given rows of `width` bytes (a multiple of 32), times a scale each and less an offset. */
  readonly centreRows: (rows: number, count: number, width: number, scales: number, offset: number, to: number) => void;
  /** Adds the squares of rows to sums, and gives the squared length of each. */
  readonly squareRows: (rows: number, count: number, width: number, sums: number, lengths: number) => void;
  /** Adds rows, times a factor each, to sums. */
  readonly addRows: (rows: number, count: number, width: number, factors: number, sums: number) => void;
  /** The squared lengths of given rows. */
  readonly squareLengths: (rows: number, count: number, width: number, lengths: number) => void;
  /** Adds given rows, times a factor each, to sums. */
  readonly addSingleRows: (rows: number, count: number, width: number, factors: number, sums: number) => void;
}

function squareSum(values: Float32Array | Float64Array, from: number, length: number): number {
  let sum = 0;
  for (let at = from; at < from + length; at++) sum += values[at] * values[at];
  return sum;
}

/** The passes the way of the kernel where there is no SIMD: the same sums in the same order. */
export function rowLoops(buffer: ArrayBuffer): RowLoops {
  const singles = new Float32Array(buffer, 0, buffer.byteLength >> 2);
  const doubles = new Float64Array(buffer, 0, buffer.byteLength >> 3);

  function addTimes(
    values: Float32Array | Float64Array,
    from: number,
    length: number,
    factor: number,
    sums: number,
  ): void {
    for (let k = 0; k < length; k++) doubles[sums / 8 + k] += values[from + k] * factor;
  }

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
    squareRows(rows, count, width, sums, lengths) {
      const length = width / 8;
      for (let row = 0; row < count; row++) {
        const from = rows / 8 + row * length;
        for (let k = 0; k < length; k++) doubles[sums / 8 + k] += doubles[from + k] * doubles[from + k];
        doubles[lengths / 8 + row] = squareSum(doubles, from, length);
      }
    },
    addRows(rows, count, width, factors, sums) {
      const length = width / 8;
      for (let row = 0; row < count; row++) {
        addTimes(doubles, rows / 8 + row * length, length, doubles[factors / 8 + row], sums);
      }
    },
    squareLengths(rows, count, width, lengths) {
      const length = width / 4;
      for (let row = 0; row < count; row++) {
        doubles[lengths / 8 + row] = squareSum(singles, rows / 4 + row * length, length);
      }
    },
    addSingleRows(rows, count, width, factors, sums) {
      const length = width / 4;
      for (let row = 0; row < count; row++) {
        addTimes(singles, rows / 4 + row * length, length, doubles[factors / 8 + row], sums);
      }
    },
  };
}
