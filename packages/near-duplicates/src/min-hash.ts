import { seededRandom } from "@corpulse/measurement";

/** Spreads the ids, which follow first appearance, over all 32-bit numbers (the finalizer of MurmurHash3; a bijection). */
function spread(id: number): number {
  let hash = Math.imul(id ^ (id >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** A set of shingles in a column: the part from `start` up to `end`. */
export interface ShingleSlice {
  readonly shingles: Uint32Array;
  readonly start: number;
  readonly end: number;
}

/** Writes the signature of a non-empty set of shingles into `target`. */
export type MinHash = (set: ShingleSlice, target: Int32Array) => void;

/**
 * MinHash: for each of `size` random permutations of the 32-bit numbers the smallest image of a set's shingles. Two sets
 * agree in an entry with the chance of their Jaccard similarity, independently from entry to entry. Each permutation is
 * x → mix((x ⊕ s)·a)·b with its own s and odd a, b; a permutation lets no two shingles collide. Images compare as signed.
 *
 * Source: Broder, On the resemblance and containment of documents, 1997.
 */
export function minHash(size: number, seed: number): MinHash {
  const random = seededRandom(seed);
  const word = (): number => Math.floor(random() * 0x1_0000_0000);
  const flips = Int32Array.from({ length: size }, word);
  const first = Int32Array.from({ length: size }, () => word() | 1);
  const second = Int32Array.from({ length: size }, () => word() | 1);
  let buffer = new Int32Array(1 << 10);
  return ({ shingles, start, end }, target) => {
    const length = end - start;
    if (length > buffer.length) buffer = new Int32Array(length * 2);
    for (let at = 0; at < length; at++) buffer[at] = spread(shingles[start + at]);
    for (let entry = 0; entry < size; entry++) {
      const flip = flips[entry];
      const a = first[entry];
      const b = second[entry];
      let smallest = 0x7fffffff;
      for (let at = 0; at < length; at++) {
        const mixed = Math.imul(buffer[at] ^ flip, a);
        const image = Math.imul(mixed ^ (mixed >>> 15), b);
        if (image < smallest) smallest = image;
      }
      target[entry] = smallest;
    }
  };
}
