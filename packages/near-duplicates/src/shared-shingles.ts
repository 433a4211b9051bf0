import { neededOverlap } from "./needed-overlap.ts";
import type { ShingleSets } from "./shingle-sets.ts";

/** Where a shingle stands that has not been marked. */
const NOWHERE = 0xffffffff;

/** Pairs of what has sets: of places or documents. */
export interface Pairs {
  readonly first: Uint32Array;
  readonly second: Uint32Array;
  readonly setOf: Uint32Array;
}

/**
 * Counts what one set shares with many others: its shingles are marked once with where they stand, then each other set is
 * read once. What follows a shared shingle is compared with what follows it in the marked set, as far as it goes: near-copies
 * are read in step, and most of their shingles are not looked up.
 */
export class SharedShingles {
  readonly #sets: ShingleSets;
  /** Where each shingle stands in the last set that was marked in it: outside of the marked set for any other. */
  readonly #standsAt: Uint32Array;
  #marked = -1;

  constructor(sets: ShingleSets) {
    this.#sets = sets;
    this.#standsAt = sets.table.fill(NOWHERE);
  }

  #mark(set: number): void {
    const { column, starts, ends } = this.#sets;
    const { ids } = column;
    const standsAt = this.#standsAt;
    const end = ends[set];
    for (let at = starts[set]; at < end; at++) {
      const id = ids[at];
      if (id >= 0) standsAt[id] = at;
    }
    this.#marked = set;
  }

  /**
   * Writes the Jaccard similarity of each pair, or −1 where it is certain to stay below the threshold. The first of a pair should
   * be that of the pair before.
   */
  measure({ first, second, setOf }: Pairs, threshold: number, target: Float64Array): void {
    const { column, sizes, shared, repeatStarts, repeatEnds } = this.#sets;
    const { ids, repeats } = column;
    // Compiled once, as a function: a loop would be wherever it is entered and left.
    first.forEach((one, pair) => {
      const [same, set] = [setOf[one], setOf[second[pair]]];
      const needed = neededOverlap(sizes[set], sizes[same], threshold);
      target[pair] = -1;
      if (needed > shared[set] || needed > shared[same]) return;
      if (same !== this.#marked) this.#mark(same);
      // What is missing and repeated is missed more than once: it is put right below.
      const repeated = repeatEnds[set] - repeatStarts[set];
      const most = sizes[set] - needed;
      let missed = this.#missed(set, most + repeated);
      if (missed > most + repeated) return;
      for (let at = repeatStarts[set]; at < repeatEnds[set]; at++) if (!this.#holds(ids[repeats[at]])) missed--;
      const both = sizes[set] - missed;
      if (missed <= most) target[pair] = both / (sizes[set] + sizes[same] - both);
    });
  }

  #holds(id: number): boolean {
    const { starts, ends } = this.#sets;
    const there = this.#standsAt[id];
    return there >= starts[this.#marked] && there < ends[this.#marked];
  }

  /** How many shingles of a set, repeated ones included, the marked one does not hold; or more than `most`. */
  #missed(set: number, most: number): number {
    const { column, starts, ends } = this.#sets;
    const { ids } = column;
    const standsAt = this.#standsAt;
    const first = starts[this.#marked];
    const last = ends[this.#marked];
    const end = ends[set];
    let missed = 0;
    for (let at = starts[set]; at < end;) {
      const id = ids[at++];
      const there = id < 0 ? last : standsAt[id];
      if (there < first || there >= last) {
        if (++missed > most) return missed;
        continue;
      }
      const step = there + 1 - at;
      const stop = Math.min(end, last - step);
      while (at < stop && ids[at] === ids[at + step]) at++;
    }
    return missed;
  }
}
