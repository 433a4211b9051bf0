import { MOST_GRAMS } from "./word-grams.ts";

/** How many dimensions the kernel goes through at a time. */
export const BLOCK = 32;

/** As many as a word has, and some more, because four are hashed at a time. */
const FEATURES = MOST_GRAMS + 5;

/** What a kernel has room for. */
export interface KernelSize {
  readonly dimensions: number;
  /** How many rows are added up at a time. */
  readonly rows: number;
  /** How many word vectors there are. */
  readonly slots: number;
  /** How many words wait before they are added to rows: an even number. */
  readonly listed: number;
  /** How many batches of words wait at most. */
  readonly batches: number;
}

/** Where everything begins in what a kernel has of its memory, in bytes. */
export interface KernelLayout {
  /** The dimensions of whole blocks. */
  readonly stride: number;
  readonly rows: number;
  readonly open: number;
  readonly hashes: number;
  readonly amounts: number;
  /** Room for the signs of features. */
  readonly bits: number;
  readonly batches: number;
  readonly places: number;
  readonly weights: number;
  readonly table: number;
  /** Where the table ends. */
  readonly bytes: number;
  /** From a block of the table to the next. */
  readonly blockBytes: number;
}

/**
 * Lays out the memory. The table holds one block of all words after the other: while all rows that wait are added up in one
 * block, what is read at random is no more than a cache holds of common words.
 */
export function kernelLayout(size: KernelSize): KernelLayout {
  const stride = Math.ceil(size.dimensions / BLOCK) * BLOCK;
  const open = size.rows * stride * 4;
  const hashes = open + stride * 8;
  const amounts = hashes + FEATURES * 4;
  const bits = amounts + FEATURES * 4;
  // What follows holds pairs of numbers, or eight bytes each.
  const batches = Math.ceil((bits + FEATURES * 4) / 8) * 8;
  const places = batches + size.batches * 8;
  const weights = places + size.listed * 4;
  const unaligned = weights + size.listed * 2;
  const table = Math.ceil(unaligned / 64) * 64;
  const blockBytes = size.slots * BLOCK * 2;
  const bytes = table + blockBytes * (stride / BLOCK);
  return { stride, rows: 0, open, hashes, amounts, bits, batches, places, weights, table, bytes, blockBytes };
}

/** What a kernel works on. */
export interface KernelMemory {
  readonly layout: KernelLayout;
  /** Rows of documents. */
  readonly rows: Float32Array;
  /** The row that is being added up, in integers: zero between two documents. */
  readonly open: Float64Array;
  /** The features of a word: hashes, and an amount of each. */
  readonly hashes: Int32Array;
  readonly amounts: Int32Array;
  /** As much room. */
  readonly bits: Int32Array;
  /** Pairs of a row and where the words to add to it end in `places`, both in bytes; the last batch of a row ends 1 later. */
  readonly batches: Int32Array;
  /** Where words to add stand in a block of the table, in bytes. */
  readonly places: Int32Array;
  /** What each of them weighs. */
  readonly weights: Int16Array;
  /** Word vectors. */
  readonly table: Int16Array;
}

/** What a kernel works on in a buffer, from `base` on. */
export function kernelMemory(buffer: ArrayBufferLike, base: number, layout: KernelLayout): KernelMemory {
  const { stride, rows, open, hashes, amounts, bits, batches, places, weights, table, bytes } = layout;
  return {
    layout,
    rows: new Float32Array(buffer, base + rows, (open - rows) / 4),
    open: new Float64Array(buffer, base + open, stride),
    hashes: new Int32Array(buffer, base + hashes, FEATURES),
    amounts: new Int32Array(buffer, base + amounts, (bits - amounts) / 4),
    bits: new Int32Array(buffer, base + bits, FEATURES),
    batches: new Int32Array(buffer, base + batches, (places - batches) / 4),
    places: new Int32Array(buffer, base + places, (weights - places) / 4),
    weights: new Int16Array(buffer, base + weights, (weights - places) / 4),
    table: new Int16Array(buffer, base + table, (bytes - table) / 2),
  };
}
