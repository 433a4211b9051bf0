import { seededRandom } from "@corpulse/measurement";
import type { Banding } from "./banding-for.ts";

/** No shingle has come into a bin. */
const EMPTY = 0x7fffffff;

/** Shingles have come into a bin in an earlier throw: no image is smaller. */
const CLOSED = -1;

/** Writes the sketch of some hashes, at least one, into `target`: the entry of row `r` of band `b` is `target[r · bands + b]`. */
export type SimilaritySketch = (hashes: Int32Array, length: number, target: Int32Array) => void;

/** Numbers of a throw, a function from hashes to bins and to places within them: what is flipped, and two odd factors. */
export const THROW = 3;

/**
 * The throws of a banding. The number of a throw is that of its round times the rows, plus the row: as many rounds into all
 * bins as there are bands, then one into each bin alone.
 */
export function sketchThrows({ bands, rows }: Pick<Banding, "bands" | "rows">, seed: number): Int32Array {
  const random = seededRandom(seed);
  const throws = new Int32Array(2 * bands * rows * THROW);
  for (let number = 0; number < THROW; number++) {
    for (let at = number; at < throws.length; at += THROW) {
      throws[at] = Math.floor(random() * 0x1_0000_0000) | (number === 0 ? 0 : 1);
    }
  }
  return throws;
}

/** Throws hashes into all bins, or only into one; the bin comes from the high bits of the 31 that are kept of the image. */
function throwInto(
  bins: Int32Array,
  only: number,
  { hashes, length, throws, number }: { hashes: Int32Array; length: number; throws: Int32Array; number: number },
): void {
  const [flip, first, second] = throws.subarray(number * THROW, (number + 1) * THROW);
  const count = bins.length;
  for (let at = 0; at < length; at++) {
    const mixed = Math.imul(hashes[at] ^ flip, first);
    const image = Math.imul(mixed ^ (mixed >>> 15), second) >>> 1;
    const bin = only < 0 ? Math.imul(image >>> 15, count) >>> 16 : only;
    if (image < bins[bin]) bins[bin] = image;
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
export function similaritySketch(banding: Pick<Banding, "bands" | "rows">, seed: number): SimilaritySketch {
  const { bands, rows } = banding;
  const throws = sketchThrows(banding, seed);
  const bins = new Int32Array(bands);
  return (hashes, length, target) => {
    for (let row = 0; row < rows; row++) {
      bins.fill(EMPTY);
      let empty = bands;
      for (let round = 0; round < bands && empty > 0; round++) {
        throwInto(bins, -1, { hashes, length, throws, number: round * rows + row });
        empty = 0;
        for (let bin = 0; bin < bands; bin++) {
          if (bins[bin] === EMPTY) empty++;
          else if (bins[bin] !== CLOSED) {
            target[row * bands + bin] = bins[bin];
            bins[bin] = CLOSED;
          }
        }
      }
      for (let bin = 0; bin < bands; bin++) {
        if (bins[bin] !== EMPTY) continue;
        throwInto(bins, bin, { hashes, length, throws, number: (bands + bin) * rows + row });
        target[row * bands + bin] = bins[bin];
      }
    }
  };
}
