import { seededRandom } from "@corpulse/measurement";
import type { Banding } from "./banding-for.ts";

/** No shingle has come into a bin. */
const EMPTY = 0x7fffffff;

/** Writes the sketch of some hashes, at least one, into `target`: the entry of row `r` of band `b` is `target[r · bands + b]`. */
export type SimilaritySketch = (hashes: Int32Array, length: number, target: Int32Array) => void;

/** A function from hashes to bins and to places within them. */
interface Throw {
  readonly flip: number;
  readonly first: number;
  readonly second: number;
}

/**
 * Throws hashes into all bins; the bin comes from the high bits of the 31 that are kept of the image, so that a difference
 * fits. Without a branch, which would be foretold wrongly half the time, it takes half as long.
 */
function throwFirst(hashes: Int32Array, length: number, { flip, first, second }: Throw, bins: Int32Array): void {
  const count = bins.length;
  for (let at = 0; at < length; at++) {
    const mixed = Math.imul(hashes[at] ^ flip, first);
    const image = Math.imul(mixed ^ (mixed >>> 15), second) >>> 1;
    const bin = Math.imul(image >>> 15, count) >>> 16;
    const above = (image - bins[bin]) | 0;
    bins[bin] += above & (above >> 31);
  }
}

/** Throws hashes again, into the bins that are open, or all of them into `only`. */
function throwAgain(
  hashes: Int32Array,
  length: number,
  { flip, first, second }: Throw,
  { bins, open, only }: { readonly bins: Int32Array; readonly open: Uint8Array; readonly only: number },
): void {
  for (let at = 0; at < length; at++) {
    const mixed = Math.imul(hashes[at] ^ flip, first);
    const image = Math.imul(mixed ^ (mixed >>> 15), second) >>> 1;
    const bin = only < 0 ? Math.imul(image >>> 15, bins.length) >>> 16 : only;
    if (open[bin] === 1 && image < bins[bin]) bins[bin] = image;
  }
}

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
  const draws = (odd: number): Int32Array => Int32Array.from({ length: 2 * bands * rows }, () => word() | odd);
  const [flips, first, second] = [draws(0), draws(1), draws(1)];
  const throws: readonly Throw[] = Array.from(flips, (flip, at) => ({ flip, first: first[at], second: second[at] }));
  const bins = new Int32Array(bands);
  const open = new Uint8Array(bands);
  return (hashes, length, target) => {
    for (let row = 0; row < rows; row++) {
      bins.fill(EMPTY);
      throwFirst(hashes, length, throws[row], bins);
      for (let again = 1; again < bands && bins.includes(EMPTY); again++) {
        for (let bin = 0; bin < bands; bin++) open[bin] = bins[bin] === EMPTY ? 1 : 0;
        throwAgain(hashes, length, throws[again * rows + row], { bins, open, only: -1 });
      }
      for (let bin = 0; bin < bands; bin++) {
        if (bins[bin] !== EMPTY) continue;
        open[bin] = 1;
        throwAgain(hashes, length, throws[(bands + bin) * rows + row], { bins, open, only: bin });
      }
      target.set(bins, row * bands);
    }
  };
}
