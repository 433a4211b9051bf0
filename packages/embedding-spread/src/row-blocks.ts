import { type DenseKernel, denseKernel } from "./dense-kernel.ts";
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
  /** Does the same with vectors of 32 bits, and puts them, times a factor, into the columns of a panel. */
  readonly pack: (from: number, offset: Float64Array | null, into: Packing) => void;
}

/** Where columns of 32 bits go: eight side by side, the next row after them, the next eight `group` bytes further on. */
export interface Packing {
  readonly panel: number;
  readonly group: number;
  readonly factor: number;
}

function strideFor(dimensions: number): number {
  return Math.ceil(dimensions / 8) * 8;
}

/** How many bytes blocks of rows take. */
export function rowBlocksBytes(dimensions: number): number {
  const stride = strideFor(dimensions);
  return BLOCK * (stride * (8 + 4) + 2 * 8) + 3 * stride * 8;
}

/** Prepares blocks of rows in a memory of their own, or from an address on of a kernel's. */
export function rowBlocks(
  rows: Pick<UsableRows, "data" | "dimensions" | "count" | "documents" | "scales">,
  kernel: DenseKernel = denseKernel(rowBlocksBytes(rows.dimensions)),
  begin = 0,
): RowBlocks {
  const { data, dimensions, count, documents, scales } = rows;
  const { buffer, centreRows, packRows } = kernel;
  const stride = strideFor(dimensions);
  const values = new Float64Array(buffer, begin, BLOCK * stride);
  const factors = new Float64Array(buffer, begin + BLOCK * stride * 8, BLOCK);
  const ofRows = new Float64Array(buffer, factors.byteOffset + BLOCK * 8, BLOCK);
  const sums = new Float64Array(buffer, ofRows.byteOffset + BLOCK * 8, stride);
  const more = new Float64Array(buffer, sums.byteOffset + stride * 8, stride);
  const subtracted = new Float64Array(buffer, more.byteOffset + stride * 8, stride);
  const staged = new Float32Array(buffer, subtracted.byteOffset + stride * 8, BLOCK * stride);

  function stage(from: number, taken: number): void {
    for (let index = 0; index < taken; index++) ofRows[index] = scales[from + index];
    const first = documents[from];
    if (stride === dimensions && documents[from + taken - 1] === first + taken - 1) {
      staged.set(data.subarray(first * dimensions, (first + taken) * dimensions));
      return;
    }
    for (let index = 0; index < taken; index++) {
      const at = documents[from + index] * dimensions;
      staged.set(data.subarray(at, at + dimensions), index * stride);
    }
  }

  function subtract(offset: Float64Array | null): void {
    if (offset === null) subtracted.fill(0);
    else subtracted.set(offset);
  }

  return {
    kernel,
    rows: begin,
    width: stride * 8,
    factors,
    sums,
    more,
    read(from, offset) {
      const taken = Math.min(BLOCK, count - from);
      subtract(offset);
      if (data instanceof Float32Array) {
        stage(from, taken);
        centreRows(staged.byteOffset, taken, stride * 4, ofRows.byteOffset, subtracted.byteOffset, begin);
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
    pack(from, offset, { panel, group, factor }) {
      const taken = Math.min(BLOCK, count - from);
      subtract(offset);
      stage(from, taken);
      const [ofValues, ofScales] = [subtracted.byteOffset, ofRows.byteOffset];
      packRows(staged.byteOffset, taken, stride * 4, ofScales, ofValues, factor, panel, group);
    },
  };
}
