import { denseKernel } from "./dense-kernel.ts";
import type { GivenRows } from "./given-rows.ts";
import { OCTET } from "./octet.ts";
import { stageGiven, strideFor } from "./stage-rows.ts";

/** How many rows are in the memory of a kernel at once: of 384 dimensions 200 KB, or 400 KB in 64 bits. */
export const BLOCK = 128;

/** Given rows pass through the memory of a kernel, some at a time. */
export interface MeasuredBlocks {
  /** A number for each row of a block, and a sum for each value of a row, zero at first. */
  readonly factors: Float64Array;
  readonly sums: Float64Array;
  /** Brings up to `BLOCK` rows from `from` on into the memory, puts their squared lengths into `factors`, and returns how many. */
  readonly measure: (from: number) => number;
  /** The values of a row that is in the memory. */
  readonly row: (index: number) => Float32Array | Float64Array;
  /** Adds the rows that are in the memory, times their factors, to `sums`. */
  readonly add: () => void;
}

/** Prepares blocks of rows in a memory of their own. */
export function measuredBlocks(given: GivenRows): MeasuredBlocks {
  const { count, dimensions, doubles } = given;
  const stride = strideFor(dimensions);
  const width = stride * (doubles === null ? 4 : 8);
  const factorsFrom = BLOCK * width;
  const sumsFrom = factorsFrom + BLOCK * 8;
  const squaresFrom = sumsFrom + stride * 8;
  const { buffer, squareRows, addRows, squareLengths, addSingleRows } = denseKernel(squaresFrom + stride * 8);
  const [inSingles, inDoubles] = doubles === null ? [BLOCK * stride, 0] : [0, BLOCK * stride];
  const singles = new Float32Array(buffer, 0, inSingles);
  const wide = new Float64Array(buffer, 0, inDoubles);
  /** How many rows the kernel works on: a multiple of eight, of which the last ones may be zeros. */
  let whole = 0;

  return {
    factors: new Float64Array(buffer, factorsFrom, BLOCK),
    sums: new Float64Array(buffer, sumsFrom, stride),
    measure(from) {
      const taken = Math.min(BLOCK, count - from);
      whole = Math.ceil(taken / OCTET) * OCTET;
      if (doubles === null) {
        stageGiven(given, from, taken, { values: singles, stride });
        singles.fill(0, taken * stride, whole * stride);
        squareLengths(0, whole, width, factorsFrom);
        return taken;
      }
      for (let index = 0; index < taken; index++) {
        const first = (from + index) * dimensions;
        wide.set(doubles.subarray(first, first + dimensions), index * stride);
      }
      wide.fill(0, taken * stride, whole * stride);
      squareRows(0, whole, width, squaresFrom, factorsFrom);
      return taken;
    },
    row: (index) => (doubles === null ? singles : wide).subarray(index * stride, index * stride + dimensions),
    add() {
      if (doubles === null) addSingleRows(0, whole, width, factorsFrom, sumsFrom);
      else addRows(0, whole, width, factorsFrom, sumsFrom);
    },
  };
}
