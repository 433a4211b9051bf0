import type { ShingleSets } from "./shingle-sets.ts";

/**
 * The least number of shingles that sets of these sizes must share to reach a Jaccard similarity. The quotient decides, not
 * a product: a division rounds correctly, so 4 of 5 reaches 0.8 and no pair below the threshold passes.
 */
export function neededOverlap(left: number, right: number, similarity: number): number {
  const reaches = (shared: number): boolean => shared / (left + right - shared) >= similarity;
  let needed = Math.ceil((similarity * (left + right)) / (1 + similarity));
  while (needed > 0 && reaches(needed - 1)) needed--;
  while (!reaches(needed)) needed++;
  return needed;
}

/** The least number of its shingles that a set must share with any other to reach a Jaccard similarity with it. */
export function leastOverlap(size: number, similarity: number): number {
  let least = Math.ceil(similarity * size);
  while (least > 0 && (least - 1) / size >= similarity) least--;
  while (least / size < similarity) least++;
  return least;
}

/** Counts what one set shares with many others: its shingles are marked once, then each other set is read once. */
export class SharedShingles {
  readonly #sets: ShingleSets;
  readonly #markedBy: Int32Array;
  #marked = -1;

  constructor(sets: ShingleSets) {
    this.#sets = sets;
    this.#markedBy = new Int32Array(sets.shingleCount).fill(-1);
  }

  size(set: number): number {
    return this.#sets.offsets[set + 1] - this.#sets.offsets[set];
  }

  mark(set: number): void {
    if (set === this.#marked) return;
    const { shingles, offsets } = this.#sets;
    for (let at = offsets[set]; at < offsets[set + 1]; at++) this.#markedBy[shingles[at]] = set;
    this.#marked = set;
  }

  /**
   * The Jaccard similarity of a set with the marked one, or −1 as soon as it is certain to stay below the threshold. It reads
   * from the highest ids, which are the latest to appear and so the rarest: sets that differ are told apart soonest there.
   */
  similarityTo(set: number, threshold: number): number {
    const { shingles, offsets } = this.#sets;
    const markedBy = this.#markedBy;
    const marked = this.#marked;
    const size = this.size(set);
    const markedSize = this.size(marked);
    if (Math.min(size, markedSize) / Math.max(size, markedSize) < threshold) return -1;
    let spare = size - neededOverlap(size, markedSize, threshold);
    let missing = 0;
    if (spare < 0) return -1;
    for (let at = offsets[set + 1] - 1; at >= offsets[set]; at--) {
      if (markedBy[shingles[at]] === marked) continue;
      missing++;
      if (--spare < 0) return -1;
    }
    return (size - missing) / (markedSize + missing);
  }
}
