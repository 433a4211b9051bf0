import type { ShingleSets } from "./shingle-sets.ts";

/** Of numbers in any order: a sum does not depend on it. */
const spread = (value: number): number => Math.imul(value ^ (value >>> 15), value | 1);

/** Finds for each set the first one that equals it. */
export class KnownSets {
  readonly #sets: ShingleSets;
  readonly #hashes: Int32Array;
  /** Set + 1; 0 is an empty slot. */
  readonly #slots: Uint32Array;
  /** For each shingle the number of the last comparison that marked it. */
  readonly #markedIn: Uint32Array;
  #comparisons = 0;

  constructor(sets: ShingleSets) {
    const documents = sets.setOf.length;
    this.#sets = sets;
    this.#markedIn = sets.table.fill(0);
    this.#hashes = new Int32Array(documents);
    this.#slots = new Uint32Array(2 ** Math.ceil(Math.log2(documents * 2 + 1)));
  }

  /** The first set that equals this one, which is itself when none was asked for before. */
  firstEqual(set: number): number {
    const slots = this.#slots;
    const hashes = this.#hashes;
    const hash = this.#hash(set);
    const mask = slots.length - 1;
    let slot = (hash ^ (hash >>> 16)) & mask;
    while (slots[slot] !== 0) {
      const other = slots[slot] - 1;
      if (hashes[other] === hash && this.#equal(other, set)) return other;
      slot = (slot + 1) & mask;
    }
    slots[slot] = set + 1;
    hashes[set] = hash;
    return set;
  }

  /** Sums what stands in the column, without what stands there again. */
  #hash(set: number): number {
    const { column, starts, ends, sizes, repeatStarts, repeatEnds, firstDocument } = this.#sets;
    const { ids, tokens, offsets, repeats } = column;
    let hash = sizes[set];
    if (starts[set] === ends[set]) {
      for (let at = offsets[firstDocument[set]]; at < ends[set]; at++) hash = Math.imul(hash ^ spread(tokens[at]), 31);
      return hash;
    }
    for (let at = starts[set]; at < ends[set]; at++) hash = (hash + spread(ids[at])) | 0;
    for (let at = repeatStarts[set]; at < repeatEnds[set]; at++) hash = (hash - spread(ids[repeats[at]])) | 0;
    return hash;
  }

  #equal(left: number, right: number): boolean {
    const { column, starts, ends, sizes, firstDocument } = this.#sets;
    const { ids, tokens, offsets } = column;
    if (sizes[left] !== sizes[right]) return false;
    const short = starts[right] === ends[right];
    if (short !== (starts[left] === ends[left])) return false;
    if (short) {
      const [from, start] = [offsets[firstDocument[left]], offsets[firstDocument[right]]];
      if (ends[left] - from !== ends[right] - start) return false;
      for (let at = start; at < ends[right]; at++) if (tokens[at] !== tokens[from + at - start]) return false;
      return true;
    }
    const markedIn = this.#markedIn;
    const comparison = ++this.#comparisons;
    for (let at = starts[right]; at < ends[right]; at++) markedIn[ids[at]] = comparison;
    for (let at = starts[left]; at < ends[left]; at++) if (markedIn[ids[at]] !== comparison) return false;
    return true;
  }
}
