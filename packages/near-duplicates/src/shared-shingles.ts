import { neededOverlap } from "./needed-overlap.ts";
import type { ShingleSets } from "./shingle-sets.ts";

/** Counts what one set shares with many others: its shingles are marked once, then each other set is read once. */
export class SharedShingles {
  readonly #sets: ShingleSets;
  /** Set + 1 of the last set that was marked in each shingle. */
  readonly #markedBy: Uint32Array;
  #marked = -1;

  constructor(sets: ShingleSets) {
    this.#sets = sets;
    this.#markedBy = new Uint32Array(sets.column.documentFrequencies.length);
  }

  mark(set: number): void {
    if (set === this.#marked) return;
    const { column, starts, ends } = this.#sets;
    const { ids } = column;
    const markedBy = this.#markedBy;
    const end = ends[set];
    for (let at = starts[set]; at < end; at++) if (ids[at] >= 0) markedBy[ids[at]] = set + 1;
    this.#marked = set;
  }

  /**
   * The Jaccard similarity of a set with the marked one, or −1 as soon as it is certain to stay below the threshold: sets of
   * too different sizes, or with too many shingles of their own, are not read.
   */
  similarityTo(set: number, threshold: number): number {
    const { column, starts, ends, repeatStarts, repeatEnds, sizes, shared } = this.#sets;
    const { ids, repeats } = column;
    const markedBy = this.#markedBy;
    const mark = this.#marked + 1;
    const needed = neededOverlap(sizes[set], sizes[this.#marked], threshold);
    if (needed > shared[set] || needed > shared[this.#marked]) return -1;
    const lastRepeat = repeatEnds[set];
    // What is not marked and repeated is missed more than once: it is put right at the end.
    const most = sizes[set] - needed + lastRepeat - repeatStarts[set];
    const end = ends[set];
    let missed = 0;
    for (let at = starts[set]; at < end; at++) {
      const id = ids[at];
      if ((id < 0 || markedBy[id] !== mark) && ++missed > most) return -1;
    }
    for (let at = repeatStarts[set]; at < lastRepeat; at++) if (markedBy[ids[repeats[at]]] !== mark) missed--;
    const both = sizes[set] - missed;
    return both < needed ? -1 : both / (sizes[set] + sizes[this.#marked] - both);
  }
}
