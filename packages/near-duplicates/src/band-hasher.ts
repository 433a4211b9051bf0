import type { SimdInstance } from "@corpulse/simd-module";
import type { Banding } from "./banding-for.ts";
import { type KernelExports, loadKernel } from "./load-kernel.ts";
import { similaritySketch } from "./similarity-sketch.ts";
import { SCRATCH_BYTES, sketchScratch } from "./sketch-scratch.ts";
import { spread } from "./spread.ts";

/** Hashes that are thrown together. */
const FOUR = 4;

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

function plainHasher(banding: Banding, seed: number, longest: number): BandHasher {
  const shingles = new Int32Array(longest);
  const keys = new Int32Array(banding.bands);
  const entries = new Int32Array(banding.bands * banding.rows);
  const sketch = similaritySketch(banding, seed);
  const hash = (length: number): void => {
    for (let at = 0; at < length; at++) shingles[at] = spread(shingles[at]);
    sketch(shingles, length, entries);
    hashBands(entries, banding, keys);
  };
  return { shingles, keys, hash };
}

function kernelHasher(
  { memory, exports }: SimdInstance<KernelExports>,
  banding: Banding,
  seed: number,
  longest: number,
): BandHasher {
  const { bands, rows } = banding;
  const keys = sketchScratch(new Uint8Array(memory.buffer), banding, seed);
  const shingles = new Int32Array(memory.buffer, SCRATCH_BYTES, toFours(longest));
  const hash = (length: number): void => {
    const end = toFours(length);
    // The same shingle once more changes nothing.
    shingles.fill(shingles[0], length, end);
    exports.writeKeys(SCRATCH_BYTES, SCRATCH_BYTES + end * shingles.BYTES_PER_ELEMENT, bands, rows, 0);
  };
  return { shingles, keys, hash };
}

/** The kernel of WebAssembly, or else loops in TypeScript: both give the same bits. No set has more than `longest` shingles. */
export function bandHasher(banding: Banding, seed: number, longest: number): BandHasher {
  const simd = loadKernel(SCRATCH_BYTES + toFours(longest) * Int32Array.BYTES_PER_ELEMENT);
  return simd === null ? plainHasher(banding, seed, longest) : kernelHasher(simd, banding, seed, longest);
}
