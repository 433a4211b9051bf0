import type { Banding } from "./banding-for.ts";
import { spread } from "./shingle-hashes.ts";
import { loadKernel } from "./load-kernel.ts";
import { similaritySketch, sketchThrows } from "./similarity-sketch.ts";

/** Hashes that are thrown together. */
const FOUR = 4;

/** Bytes of a number. */
const WORD = 4;

const toFours = (length: number): number => Math.ceil(length / FOUR) * FOUR;

/** Makes the keys of bands from the shingles of one set after the other. */
export interface BandHasher {
  /** Where the numbers of a set's shingles are put. They need not be spread. */
  readonly shingles: Int32Array;
  /** For each band the hash of all its rows, as the latest call left it. */
  readonly keys: Int32Array;
  /** Takes the first `length` shingles, at least one. */
  readonly hash: (length: number) => void;
}

/** Hashes all rows of each band of a sketch. */
function hashBands(sketch: Int32Array, { bands, rows }: Banding, keys: Int32Array): void {
  for (let band = 0; band < bands; band++) {
    let hash = 0;
    for (let row = 0; row < rows; row++) {
      hash = Math.imul(hash ^ sketch[row * bands + band], 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    keys[band] = hash;
  }
}

/** The kernel of WebAssembly, or else loops in TypeScript: both give the same bits. No set has more than `longest` shingles. */
export function bandHasher(banding: Banding, seed: number, longest: number): BandHasher {
  const { bands, rows } = banding;
  const throws = sketchThrows(banding, seed);
  // The bins first, where the kernel expects them.
  const throwsFrom = toFours(bands) * WORD;
  const keysFrom = throwsFrom + toFours(throws.length) * WORD;
  const entriesFrom = keysFrom + toFours(bands) * WORD;
  const shinglesFrom = entriesFrom + toFours(bands * rows + FOUR) * WORD;
  const bytes = shinglesFrom + toFours(longest) * WORD;
  const simd = loadKernel(bytes);
  const buffer = simd === null ? new ArrayBuffer(bytes) : simd.memory.buffer;
  const shingles = new Int32Array(buffer, shinglesFrom, toFours(longest));
  const keys = new Int32Array(buffer, keysFrom, bands);
  if (simd === null) {
    const entries = new Int32Array(buffer, entriesFrom, bands * rows);
    const sketch = similaritySketch(banding, seed);
    const hash = (length: number): void => {
      for (let at = 0; at < length; at++) shingles[at] = spread(shingles[at]);
      sketch(shingles, length, entries);
      hashBands(entries, banding, keys);
    };
    return { shingles, keys, hash };
  }
  new Int32Array(buffer, throwsFrom, throws.length).set(throws);
  const { exports } = simd;
  const hash = (length: number): void => {
    const end = toFours(length);
    // The same shingle once more changes nothing.
    for (let at = length; at < end; at++) shingles[at] = shingles[0];
    const last = shinglesFrom + end * WORD;
    exports.spread(shinglesFrom, last);
    exports.sketch(shinglesFrom, last, throwsFrom, bands, rows, entriesFrom);
    exports.hashBands(entriesFrom, bands, rows, keysFrom);
  };
  return { shingles, keys, hash };
}
