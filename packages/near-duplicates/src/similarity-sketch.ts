import { seededRandom } from "@corpulse/measurement";
import type { Banding } from "./banding-for.ts";

/** Spreads the ids, which follow first appearance, over all 32-bit numbers (the finalizer of MurmurHash3; a bijection). */
function spread(id: number): number {
  let hash = Math.imul(id ^ (id >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** No shingle has come into a bin. */
const EMPTY = 0x7fffffff;

/** A set of shingles in a column: the part from `start` up to `end`. */
export interface ShingleSlice {
  readonly shingles: Uint32Array;
  readonly start: number;
  readonly end: number;
}

/** Writes the sketch of a non-empty set into `target`: the entry of row `r` of band `b` is `target[r · bands + b]`. */
export type SimilaritySketch = (set: ShingleSlice, target: Int32Array) => void;

/**
 * Signatures for banding at one hash per shingle and row, not one per shingle, row and band. A row throws all shingles into
 * as many bins as there are bands and keeps the smallest of each bin. Bins that stay empty are filled by throwing again with
 * other hashes, at last into each bin that is still empty: a set of any size has all its entries.
 *
 * Two sets agree in an entry when the first shingle of their union that fills it, the smallest of several, belongs to both:
 * with the chance of their Jaccard similarity J. The rows of a band have hashes of their own, so a band agrees with chance
 * J^rows. Bins filled in one throw are a sample without replacement, which is negatively associated: that no band agrees is
 * at most as likely as (1 − J^rows)^bands, whatever the size of the sets.
 *
 * Source: Dahlgaard, Knudsen and Thorup, Fast similarity sketching, 2017; Joag-Dev and Proschan, Negative association of
 * random variables, 1983.
 */
export function similaritySketch({ bands, rows }: Pick<Banding, "bands" | "rows">, seed: number): SimilaritySketch {
  const random = seededRandom(seed);
  const word = (): number => Math.floor(random() * 0x1_0000_0000);
  const throws = 2 * bands;
  const flips = Int32Array.from({ length: throws * rows }, word);
  const first = Int32Array.from({ length: throws * rows }, () => word() | 1);
  const second = Int32Array.from({ length: throws * rows }, () => word() | 1);
  let buffer = new Int32Array(1 << 10);
  const bins = new Int32Array(bands);
  const open = new Uint8Array(bands);

  /**
   * Throws the shingles into all bins; the bin comes from the high bits of the 31 that are kept of the hash, so that a
   * difference fits. Without a branch, which would be foretold wrongly half the time, it takes half as long.
   */
  const throwFirst = (length: number, hash: number): void => {
    const flip = flips[hash];
    const a = first[hash];
    const b = second[hash];
    for (let at = 0; at < length; at++) {
      const mixed = Math.imul(buffer[at] ^ flip, a);
      const image = Math.imul(mixed ^ (mixed >>> 15), b) >>> 1;
      const bin = Math.imul(image >>> 15, bands) >>> 16;
      const above = (image - bins[bin]) | 0;
      bins[bin] += above & (above >> 31);
    }
  };

  /** Throws the shingles again, into the bins that are open, or all of them into `only`. */
  const throwAgain = (length: number, hash: number, only: number): void => {
    const flip = flips[hash];
    const a = first[hash];
    const b = second[hash];
    for (let at = 0; at < length; at++) {
      const mixed = Math.imul(buffer[at] ^ flip, a);
      const image = Math.imul(mixed ^ (mixed >>> 15), b) >>> 1;
      const bin = only < 0 ? Math.imul(image >>> 15, bands) >>> 16 : only;
      if (open[bin] === 1 && image < bins[bin]) bins[bin] = image;
    }
  };

  return ({ shingles, start, end }, target) => {
    const length = end - start;
    if (length > buffer.length) buffer = new Int32Array(length * 2);
    for (let at = 0; at < length; at++) buffer[at] = spread(shingles[start + at]);
    for (let row = 0; row < rows; row++) {
      bins.fill(EMPTY);
      throwFirst(length, row);
      for (let again = 1; again < bands && bins.includes(EMPTY); again++) {
        for (let bin = 0; bin < bands; bin++) open[bin] = bins[bin] === EMPTY ? 1 : 0;
        throwAgain(length, again * rows + row, -1);
      }
      for (let bin = 0; bin < bands; bin++) {
        if (bins[bin] !== EMPTY) continue;
        open[bin] = 1;
        throwAgain(length, (bands + bin) * rows + row, bin);
      }
      target.set(bins, row * bands);
    }
  };
}
