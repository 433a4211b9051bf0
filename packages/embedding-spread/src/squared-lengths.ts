import { BLOCK, rowBlocks } from "./row-blocks.ts";
import type { Vectors } from "./vectors.ts";

/** The squared length of each of the first `count` vectors, their squares added up in order. */
export function squaredLengths({ data, dimensions }: Vectors, count: number): Float64Array {
  const documents = Uint32Array.from({ length: count }, (_, index) => index);
  const rows = { data, dimensions, count, documents, scales: new Float64Array(count).fill(1), zeroVectors: 0 };
  const { kernel, rows: at, width, factors, read } = rowBlocks(rows);
  const squared = new Float64Array(count);
  for (let from = 0; from < count; from += BLOCK) {
    const taken = read(from, null);
    kernel.squareLengths(at, taken, width, factors.byteOffset);
    squared.set(factors.subarray(0, taken), from);
  }
  return squared;
}
