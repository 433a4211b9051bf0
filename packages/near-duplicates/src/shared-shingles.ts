import { int32, type Memory } from "@corpulse/tokens";
import { type SetPairs, TOO_MANY } from "./count-missing.ts";
import { missingLoop } from "./missing-loop.ts";
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

const roomFor = (memory: Memory, pairs: number): SetPairs => ({
  first: int32(memory, pairs),
  second: int32(memory, pairs),
  missing: int32(memory, pairs),
});

/** Counts what one set shares with many others. */
export class SharedShingles {
  readonly #sets: ShingleSets;
  readonly #countMissing: (sets: ShingleSets, pairs: SetPairs) => void;
  #room: SetPairs;

  constructor(sets: ShingleSets) {
    this.#sets = sets;
    this.#countMissing = missingLoop(sets.memory);
    this.#room = roomFor(sets.memory, 0);
    sets.table.fill(NOWHERE);
  }

  /**
   * Writes the Jaccard similarity of each pair, or −1 where it is certain to stay below the threshold. The first of a pair should
   * be that of the pair before.
   */
  measure({ first, second, setOf }: Pairs, threshold: number, target: Float64Array): void {
    const { sizes, shared, memory } = this.#sets;
    // Few more come at a time than the first time, and what is taken is never given back.
    if (first.length > this.#room.first.length) this.#room = roomFor(memory, first.length * 2);
    const room = this.#room;
    // Compiled once, as functions: loops would be wherever they are entered and left.
    first.forEach((one, pair) => {
      const [same, set] = [setOf[one], setOf[second[pair]]];
      const needed = neededOverlap(sizes[set], sizes[same], threshold);
      room.first[pair] = same;
      room.second[pair] = set;
      room.missing[pair] = needed > shared[set] || needed > shared[same] ? TOO_MANY : sizes[set] - needed;
    });
    const missing = room.missing.subarray(0, first.length);
    this.#countMissing(this.#sets, { ...room, missing });
    missing.forEach((missed, pair) => {
      const size = sizes[room.second[pair]];
      target[pair] = missed === TOO_MANY ? -1 : (size - missed) / (sizes[room.first[pair]] + missed);
    });
  }
}
