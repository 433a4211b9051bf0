import { WORDS } from "./difference-bounds.ts";
import { type KernelExports, loadKernel } from "./load-kernel.ts";
import { leastOverlap } from "./needed-overlap.ts";
import type { ShingleSets } from "./shingle-sets.ts";

/** What a join of sets by their rarest shingles takes. */
interface JoinSize {
  readonly places: number;
  readonly bands: number;
  /** The numbers that shingles have. */
  readonly shingles: number;
  /** The most features that all places have together. */
  readonly features: number;
  /** The most shingles of a set, repeated ones included. */
  readonly longest: number;
}

/** Where a join works: memory of the kernel or, where there is none, of loops in TypeScript that do the same. */
export interface JoinMemory {
  readonly buffer: ArrayBuffer;
  readonly kernel: KernelExports | null;
  /** The highest number that `writeDifferences` has given. */
  readonly written: Uint32Array;
  /** The keys of all bands of each place, later the buckets, and what these are numbered by; as in `bucket-loops.ts`. */
  readonly keys: Int32Array;
  readonly slots: Int32Array;
  readonly bucketSizes: Uint32Array;
  readonly sharing: Uint8Array;
  /** The ids of some sets, for the kernel to read, and at what addresses those of a place begin and end. */
  readonly ids: Int32Array;
  readonly idsFrom: Uint32Array;
  readonly idsTo: Uint32Array;
  /** The different shingles of one set that others hold, and their levels. */
  readonly shingles: Uint32Array;
  readonly levelOf: Uint8Array;
  /** The level of each shingle. */
  readonly levels: Uint8Array;
  /** For each place 256 bits, what no other has, and how large its set is. */
  readonly bits: Int32Array;
  readonly alone: Uint32Array;
  readonly sizes: Uint32Array;
  /** For each place whether it pairs with places of side 2 (1), of side 1 (2) or with any (3). */
  readonly sides: Uint8Array;
  /** For each place how many of its shingles that others hold need not be features. */
  readonly others: Uint32Array;
  /** The features of place `p` are `features.subarray(starts[p], starts[p + 1])`; behind them is room for one set's more. */
  readonly starts: Uint32Array;
  readonly features: Uint32Array;
  /**
   * The places that have each feature, as in `postings.ts`; `order` is that of places. Before, `heads` has a
   * number for each shingle.
   */
  readonly heads: Uint32Array;
  readonly postings: Uint32Array;
  readonly order: Uint32Array;
  readonly families: Int32Array;
  /** The core of a family, a byte for each shingle of it, and in what a member differs from it. */
  readonly core: Uint32Array;
  readonly seen: Uint8Array;
  readonly differing: Uint32Array;
  /** The earlier places that some places are compared with, and which place each was found for. */
  readonly found: Uint32Array;
  readonly foundBy: Uint32Array;
}

/** Ids that are copied for the kernel at a time, unless one set has more: they stay in the nearest caches. */
const COPIED = 1 << 13;

/** Partners that are found before they are compared: those of one more place, which may be all others, come on top. */
export const FOUND: number = 1 << 10;

/** The bits of a place. */
const BITS = WORDS * 32;
const BITS_BYTES = WORDS * Int32Array.BYTES_PER_ELEMENT;

/** At address 0 stand the bits that places have, then come what was written and the addresses of what the kernel looks up. */
const WRITTEN = BITS * BITS_BYTES;
const ADDRESSES = WRITTEN + 8;
const BEGIN = ADDRESSES + 88;

/** So many bytes are read at once, and may be written behind what there is. */
const STEP = 16;

const toSteps = (bytes: number): number => Math.ceil(bytes / STEP) * STEP;

/** Writes numbers of 256 bits with one bit each, the next one of the next. */
function writeBits(numbers: Int32Array): void {
  for (let bit = 0; bit < BITS; bit++) numbers[bit * WORDS + (bit >>> 5)] = 1 << (bit & 31);
}

/** Lays out memory; all of it is 0. */
function layOut({ places, bands, shingles, features, longest }: JoinSize): JoinMemory {
  const words = {
    keys: places * bands,
    // At most five of six are taken.
    slots: 2 * 2 ** Math.ceil(Math.log2(places * 1.2 + 2)),
    bucketSizes: (places * bands) >>> 1,
    ids: Math.max(COPIED, longest) + 1,
    idsFrom: places,
    idsTo: places,
    shingles: longest,
    bits: places * WORDS,
    alone: places,
    sizes: places,
    others: places,
    starts: places + 1,
    features: features + longest,
    heads: shingles + 2,
    postings: features,
    order: places,
    families: places,
    met: places,
    found: places + FOUND,
    foundBy: places + FOUND,
    // No more than twice as many shingles as a set has can be in more than half of some sets.
    core: longest * 2,
    seen: longest,
    differing: longest * 3,
  };
  const at: Record<string, number> = {};
  let bytes = BEGIN;
  for (const [name, length] of Object.entries(words)) {
    at[name] = bytes;
    bytes += toSteps(length * Uint32Array.BYTES_PER_ELEMENT);
  }
  const levelOf = bytes;
  const levels = levelOf + toSteps(longest) + STEP;
  const sharing = levels + toSteps(shingles);
  const sides = sharing + toSteps(places);
  bytes = sides + toSteps(places);
  const simd = loadKernel(bytes);
  const buffer = simd === null ? new ArrayBuffer(bytes) : simd.memory.buffer;
  writeBits(new Int32Array(buffer, 0, BITS * WORDS));
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
    at.idsFrom,
    at.idsTo,
    at.others,
    sides,
    at.foundBy,
  ]);
  return {
    buffer,
    kernel: simd === null ? null : simd.exports,
    written: new Uint32Array(buffer, WRITTEN, 1),
    keys: new Int32Array(buffer, at.keys, words.keys),
    slots: new Int32Array(buffer, at.slots, words.slots),
    bucketSizes: numbers("bucketSizes"),
    sharing: new Uint8Array(buffer, sharing, places),
    ids: new Int32Array(buffer, at.ids, words.ids),
    idsFrom: numbers("idsFrom"),
    idsTo: numbers("idsTo"),
    shingles: numbers("shingles"),
    levelOf: new Uint8Array(buffer, levelOf, longest),
    levels: new Uint8Array(buffer, levels, shingles),
    bits: new Int32Array(buffer, at.bits, words.bits),
    alone: numbers("alone"),
    sizes: numbers("sizes"),
    sides: new Uint8Array(buffer, sides, places),
    others: numbers("others"),
    starts: numbers("starts"),
    features: numbers("features"),
    heads: numbers("heads"),
    postings: numbers("postings"),
    order: numbers("order"),
    families: new Int32Array(buffer, at.families, places),
    core: numbers("core"),
    seen: new Uint8Array(buffer, at.seen, longest * 2),
    differing: numbers("differing"),
    found: numbers("found"),
    foundBy: numbers("foundBy"),
  };
}

/** The memory for a join of the sets at some places, with what is known of each. */
export function joinMemory(
  sets: ShingleSets,
  places: Uint32Array,
  { similarity, bands, sides }: { readonly similarity: number; readonly bands: number; readonly sides: Uint8Array },
): JoinMemory {
  const { starts, ends, sizes, shared, column } = sets;
  let features = 0;
  let longest = 0;
  places.forEach((set) => {
    // One more than a prefix has at most, whatever the product rounds to: what is never touched costs nothing.
    features += Math.max(0, Math.ceil(shared[set] - similarity * sizes[set]) + 2);
    longest = Math.max(longest, ends[set] - starts[set]);
  });
  const shingles = column.documentFrequencies.length;
  const memory = layOut({ places: places.length, bands, shingles, features, longest });
  places.forEach((set, place) => {
    memory.sizes[place] = sizes[set];
    memory.sides[place] = sides[set];
    memory.others[place] = leastOverlap(sizes[set], similarity) - 1;
  });
  return memory;
}
