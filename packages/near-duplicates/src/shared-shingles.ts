import { neededOverlap } from "./needed-overlap.ts";

/** Sets of shingles in columns, of which shingles that no other set holds may be left out. */
export interface ShingleColumns {
  readonly shingles: Uint32Array;
  /** Set `s` is `shingles.subarray(offsets[s], offsets[s + 1])`. */
  readonly offsets: Uint32Array;
  /** The size of each set, what is left out included. */
  readonly sizes: Uint32Array;
  readonly shingleCount: number;
}

/** Counts what one set shares with many others: its shingles are marked once, then each other set is read once. */
export class SharedShingles {
  readonly #columns: ShingleColumns;
  readonly #markedBy: Int32Array;
  #marked = -1;

  constructor(columns: ShingleColumns) {
    this.#columns = columns;
    this.#markedBy = new Int32Array(columns.shingleCount).fill(-1);
  }

  mark(set: number): void {
    if (set === this.#marked) return;
    const { shingles, offsets } = this.#columns;
    for (let at = offsets[set]; at < offsets[set + 1]; at++) this.#markedBy[shingles[at]] = set;
    this.#marked = set;
  }

  /**
   * The Jaccard similarity of a set with the marked one, or −1 as soon as it is certain to stay below the threshold: soonest
   * when the rarest shingles come first.
   */
  similarityTo(set: number, threshold: number): number {
    const { shingles, offsets, sizes } = this.#columns;
    const markedBy = this.#markedBy;
    const marked = this.#marked;
    const end = offsets[set + 1];
    const both = sizes[set] + sizes[marked];
    let shared = end - offsets[set];
    const needed = neededOverlap(sizes[set], sizes[marked], threshold);
    if (needed > shared || needed > sizes[marked]) return -1;
    for (let at = offsets[set]; at < end; at++) {
      if (markedBy[shingles[at]] !== marked && --shared < needed) return -1;
    }
    return shared / (both - shared);
  }
}
