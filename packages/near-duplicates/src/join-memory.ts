import { type KernelExports, loadKernel } from "./load-kernel.ts";

/** What a join of sets by their rarest shingles takes. */
export interface JoinSize {
  readonly places: number;
  /** The numbers that shingles have. */
  readonly shingles: number;
  /** The most features that all places have together. */
  readonly features: number;
  /** The most shingles of a set, repeated ones included. */
  readonly longest: number;
}

/** Where a join works: memory of the kernel or, where there is none, of loops in TypeScript that do the same. */
export interface JoinMemory {
  readonly kernel: KernelExports | null;
  /** Where what the kernel last wrote to `features` changes from lower levels to the highest one, and ends: addresses. */
  readonly written: Uint32Array;
  /** The ids of some sets, for the kernel to read. */
  readonly ids: Int32Array;
  /** The different shingles of one set that others hold, and their levels. */
  readonly shingles: Uint32Array;
  readonly levelOf: Uint8Array;
  /** The level of each shingle. */
  readonly levels: Uint8Array;
  /** For each place 256 bits, what no other has, and how large its set is. */
  readonly bits: Int32Array;
  readonly alone: Uint32Array;
  readonly sizes: Uint32Array;
  /** The features of place `p` are `features.subarray(starts[p], starts[p + 1])`; behind them is room for one set's more. */
  readonly starts: Uint32Array;
  readonly features: Uint32Array;
  /** The places that have each feature, as in `postings.ts`; `order` is that of places. */
  readonly heads: Uint32Array;
  readonly postings: Uint32Array;
  readonly order: Uint32Array;
  readonly families: Int32Array;
  /** The earlier places that one place is compared with. */
  readonly found: Uint32Array;
}

/** Ids that are copied for the kernel at a time, unless one set has more: they stay in the nearest caches. */
const COPIED = 1 << 13;

/** Counts of levels stand at address 0, then come what was written and the addresses of what the kernel looks up. */
const WRITTEN = 1024;
const ADDRESSES = 1032;
const BEGIN = 1088;

/** So many bytes are read at once, and may be written behind what there is. */
const STEP = 16;

const toSteps = (bytes: number): number => Math.ceil(bytes / STEP) * STEP;

/** Lays out the memory of a join; all of it is 0. */
export function joinMemory({ places, shingles, features, longest }: JoinSize): JoinMemory {
  const words = {
    ids: Math.max(COPIED, longest),
    shingles: longest,
    bits: places * 8,
    alone: places,
    sizes: places,
    starts: places + 1,
    features: features + longest,
    heads: shingles + 2,
    postings: features,
    order: places,
    families: places,
    met: places,
    found: places,
  };
  const at: Record<string, number> = {};
  let bytes = BEGIN;
  for (const [name, length] of Object.entries(words)) {
    at[name] = bytes;
    bytes += toSteps(length * Uint32Array.BYTES_PER_ELEMENT);
  }
  const levelOf = bytes;
  const levels = levelOf + toSteps(longest) + STEP;
  bytes = levels + toSteps(shingles);
  const simd = loadKernel(bytes);
  const buffer = simd === null ? new ArrayBuffer(bytes) : simd.memory.buffer;
  const numbers = (name: keyof typeof words): Uint32Array => new Uint32Array(buffer, at[name], words[name]);
  new Uint32Array(buffer, ADDRESSES).set([
    levels,
    at.shingles,
    levelOf,
    at.starts,
    at.features,
    at.heads,
    at.postings,
    at.families,
    at.met,
    at.bits,
    at.alone,
    at.sizes,
    at.found,
  ]);
  return {
    kernel: simd === null ? null : simd.exports,
    written: new Uint32Array(buffer, WRITTEN, 2),
    ids: new Int32Array(buffer, at.ids, words.ids),
    shingles: numbers("shingles"),
    levelOf: new Uint8Array(buffer, levelOf, longest),
    levels: new Uint8Array(buffer, levels, shingles),
    bits: new Int32Array(buffer, at.bits, words.bits),
    alone: numbers("alone"),
    sizes: numbers("sizes"),
    starts: numbers("starts"),
    features: numbers("features"),
    heads: numbers("heads"),
    postings: numbers("postings"),
    order: numbers("order"),
    families: new Int32Array(buffer, at.families, places),
    found: numbers("found"),
  };
}
