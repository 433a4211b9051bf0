import { type DenseKernel, denseKernel } from "./dense-kernel.ts";
import { OCTET } from "./octet.ts";
import { stageRows, strideFor } from "./stage-rows.ts";
import type { UsableRows } from "./usable-rows.ts";

/** How many rows are in the memory of a kernel at once: of 384 dimensions 300 KB, which the second-level cache holds. */
export const BLOCK = 64;

/** Rows pass through the memory of a kernel, some at a time. */
export interface RowBlocks {
  /** A number for each row of a block, and two sums for each value of a row, zero at first. */
  readonly factors: Float64Array;
  readonly sums: Float64Array;
  readonly more: Float64Array;
  /** Brings up to `BLOCK` rows from `from` on into the memory, puts their squared lengths into `factors`, and returns how many. */
  readonly measure: (from: number) => number;
  /** Adds the rows that were measured, times their factors, to `sums`. */
  readonly addMeasured: () => void;
  /** Does the same as `measure` with `offset` subtracted from scaled rows, and adds the squares of their values to `sums`. */
  readonly centre: (from: number, offset: Float64Array) => number;
  /** Adds the rows that were centred, times their factors, to `more`. */
  readonly addCentred: () => void;
}

function bytesFor(stride: number): number {
  return BLOCK * (stride * (8 + 4) + 2 * 8) + 3 * stride * 8;
}

/** Prepares blocks of rows in a memory of their own. */
export function rowBlocks(rows: Pick<UsableRows, "data" | "dimensions" | "count" | "documents" | "scales">): RowBlocks {
  const { data, dimensions, count, documents, scales } = rows;
  const stride = strideFor(dimensions);
  const kernel: DenseKernel = denseKernel(bytesFor(stride));
  const { buffer, centreRows, squareRows, addRows, squareLengths, addSingleRows } = kernel;
  const values = new Float64Array(buffer, 0, BLOCK * stride);
  const factors = new Float64Array(buffer, BLOCK * stride * 8, BLOCK);
  const ofRows = new Float64Array(buffer, factors.byteOffset + BLOCK * 8, BLOCK);
  const sums = new Float64Array(buffer, ofRows.byteOffset + BLOCK * 8, stride);
  const more = new Float64Array(buffer, sums.byteOffset + stride * 8, stride);
  const subtracted = new Float64Array(buffer, more.byteOffset + stride * 8, stride);
  const given = new Float32Array(buffer, subtracted.byteOffset + stride * 8, BLOCK * stride);
  const stage = { values: given, scales: ofRows, stride };
  const inSingles = data instanceof Float32Array;
  const [width, givenWidth] = [stride * 8, stride * 4];
  /** How many rows the kernel works on: a multiple of eight, of which the last ones may be zeros. */
  let whole = 0;

  function take(from: number): number {
    const taken = Math.min(BLOCK, count - from);
    whole = Math.ceil(taken / OCTET) * OCTET;
    return taken;
  }

  return {
    factors,
    sums,
    more,
    measure(from) {
      const taken = take(from);
      if (inSingles) {
        stageRows(rows, from, taken, stage);
        given.fill(0, taken * stride, whole * stride);
        squareLengths(given.byteOffset, whole, givenWidth, factors.byteOffset);
        return taken;
      }
      for (let index = 0; index < taken; index++) {
        const first = documents[from + index] * dimensions;
        values.set(data.subarray(first, first + dimensions), index * stride);
      }
      values.fill(0, taken * stride, whole * stride);
      squareRows(0, whole, width, more.byteOffset, factors.byteOffset);
      return taken;
    },
    addMeasured() {
      if (inSingles) addSingleRows(given.byteOffset, whole, givenWidth, factors.byteOffset, sums.byteOffset);
      else addRows(0, whole, width, factors.byteOffset, sums.byteOffset);
    },
    centre(from, offset) {
      const taken = take(from);
      subtracted.set(offset);
      if (inSingles) {
        stageRows(rows, from, taken, stage);
        centreRows(given.byteOffset, taken, givenWidth, ofRows.byteOffset, subtracted.byteOffset, 0);
      } else {
        for (let index = 0; index < taken; index++) {
          const first = documents[from + index] * dimensions;
          const scale = scales[from + index];
          const to = index * stride;
          for (let k = 0; k < dimensions; k++) values[to + k] = data[first + k] * scale - offset[k];
        }
      }
      values.fill(0, taken * stride, whole * stride);
      squareRows(0, whole, width, sums.byteOffset, factors.byteOffset);
      return taken;
    },
    addCentred() {
      addRows(0, whole, width, factors.byteOffset, more.byteOffset);
    },
  };
}
