import { type DenseKernel, denseKernel } from "./dense-kernel.ts";
import { stageRows, strideFor } from "./stage-rows.ts";
import type { UsableRows } from "./usable-rows.ts";

/** How many rows are in the memory of a kernel at once: of 384 dimensions 300 KB, which the second-level cache holds. */
export const BLOCK = 64;

/** Rows pass through the memory of a kernel, some at a time, in 64 bits. Addresses count its bytes. */
export interface RowBlocks {
  readonly kernel: DenseKernel;
  /** Where the rows of a block begin, and how many bytes one takes: zeros fill it up to eight values. */
  readonly rows: number;
  readonly width: number;
  /** A number for each row of a block, for whoever needs one, and two sums for each value of a row, zero at first. */
  readonly factors: Float64Array;
  readonly sums: Float64Array;
  readonly more: Float64Array;
  /** Brings up to `BLOCK` rows from `from` on into the memory, `offset` subtracted, and returns how many. */
  readonly read: (from: number, offset: Float64Array | null) => number;
}

/** How many bytes blocks of rows take. */
export function rowBlocksBytes(dimensions: number): number {
  const stride = strideFor(dimensions);
  return BLOCK * (stride * (8 + 4) + 2 * 8) + 3 * stride * 8;
}

/** Prepares blocks of rows in a memory of their own. */
export function rowBlocks(rows: Pick<UsableRows, "data" | "dimensions" | "count" | "documents" | "scales">): RowBlocks {
  const { data, dimensions, count, documents, scales } = rows;
  const kernel = denseKernel(rowBlocksBytes(dimensions));
  const { buffer, centreRows } = kernel;
  const stride = strideFor(dimensions);
  const values = new Float64Array(buffer, 0, BLOCK * stride);
  const factors = new Float64Array(buffer, BLOCK * stride * 8, BLOCK);
  const ofRows = new Float64Array(buffer, factors.byteOffset + BLOCK * 8, BLOCK);
  const sums = new Float64Array(buffer, ofRows.byteOffset + BLOCK * 8, stride);
  const more = new Float64Array(buffer, sums.byteOffset + stride * 8, stride);
  const subtracted = new Float64Array(buffer, more.byteOffset + stride * 8, stride);
  const staged = new Float32Array(buffer, subtracted.byteOffset + stride * 8, BLOCK * stride);

  const stage = { values: staged, scales: ofRows, stride };

  return {
    kernel,
    rows: 0,
    width: stride * 8,
    factors,
    sums,
    more,
    read(from, offset) {
      const taken = Math.min(BLOCK, count - from);
      if (offset === null) subtracted.fill(0);
      else subtracted.set(offset);
      if (data instanceof Float32Array) {
        stageRows(rows, from, taken, stage);
        centreRows(staged.byteOffset, taken, stride * 4, ofRows.byteOffset, subtracted.byteOffset, 0);
        return taken;
      }
      for (let index = 0; index < taken; index++) {
        const first = documents[from + index] * dimensions;
        const scale = scales[from + index];
        const to = index * stride;
        for (let k = 0; k < dimensions; k++) values[to + k] = data[first + k] * scale - subtracted[k];
      }
      return taken;
    },
  };
}
