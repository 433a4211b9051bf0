/** Words of the bits of one place: 256 bits, so that sets of some hundred shingles are still told apart. */
export const WORDS = 8;

/** What is added so that no rounding tells apart sets that are alike. */
const SLACK = 0.001;

/** The share of the shingles of two sets together in which they differ at most when they reach a Jaccard similarity. */
export const differingShare = (similarity: number): number => (1 - similarity) / (1 + similarity);

/** A shift that leaves as many bits of a number as name one of them. */
const SHIFT = 24;

/** How many bits of a number are 1. */
function countBits(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * Bounds from below in how many shingles two sets differ, without reading them. Each shingle turns one of 256 bits of its
 * set over: what both hold turns the same bit in both, so every bit that is not alike stands for a shingle that only one of
 * them holds. Shingles that no other set holds are counted, and turn none.
 *
 * Source: Sandes, Teodoro and Melo, Bitmap filter: speeding up exact set similarity joins with bitwise operations, 2020.
 */
export class DifferenceBounds {
  /** For each place its bits. */
  readonly #bits: Int32Array;
  /** For each place how many of its shingles no other place has. */
  readonly #alone: Uint32Array;

  /** For each place how many shingles its set has. */
  readonly #sizes: Uint32Array;

  /** Works in columns that are 0 but for the sizes, or as the kernel has left them. */
  constructor(bits: Int32Array, alone: Uint32Array, sizes: Uint32Array) {
    this.#bits = bits;
    this.#alone = alone;
    this.#sizes = sizes;
  }

  /** Takes what the set at a place holds: the different shingles that other places have too. */
  set(place: number, shingles: Uint32Array, length: number): void {
    const bits = this.#bits;
    const first = place * WORDS;
    for (let at = 0; at < length; at++) {
      const bit = Math.imul(shingles[at], 0x9e3779b1) >>> SHIFT;
      bits[first + (bit >>> 5)] ^= 1 << (bit & 31);
    }
    this.#alone[place] = this.#sizes[place] - length;
  }

  /** Whether the sets at two places are certain to differ in more than a share of the shingles that they have together. */
  exceeds(left: number, right: number, share: number): boolean {
    const bits = this.#bits;
    const most = (this.#sizes[left] + this.#sizes[right]) * share + SLACK;
    let differences = this.#alone[left] + this.#alone[right];
    let one = left * WORDS;
    let other = right * WORDS;
    for (const end = one + WORDS; one < end && differences <= most; one++, other++) {
      differences += countBits(bits[one] ^ bits[other]);
    }
    return differences > most;
  }
}
