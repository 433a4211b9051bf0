import { BLOCK, type KernelSize } from "./kernel-memory.ts";

/**
 * How many numbers of rows are added up at a time: 4 MB. With fewer, a block of the table is used too little before the next
 * takes its place in the cache: half as many take a sixth longer.
 */
const ROWS = 2 ** 20;

/** How many numbers of vectors that are not kept there is room for: half a megabyte. */
const LENT = 2 ** 18;

/** How many words are listed for them. */
const LISTED = 2 ** 19;

/** In how many batches at most: rows, and parts of long ones. */
const BATCHES = 2 ** 13;

/** What an embedding needs that keeps the vectors of `kept` words. */
export function kernelSize(dimensions: number, documents: number, kept: number): KernelSize {
  const stride = Math.ceil(dimensions / BLOCK) * BLOCK;
  const rows = Math.max(1, Math.min(documents, Math.floor(ROWS / stride)));
  const slots = kept + Math.max(1, Math.floor(LENT / stride));
  return { dimensions, rows, slots, listed: LISTED, batches: BATCHES };
}
