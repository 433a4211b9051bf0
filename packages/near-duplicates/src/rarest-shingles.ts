import type { DifferenceBounds } from "./difference-bounds.ts";
import type { JoinMemory } from "./join-memory.ts";
import { LEVELS } from "./rarity-levels.ts";
import { selectSmallest } from "./select-smallest.ts";
import type { ShingleSets } from "./shingle-sets.ts";

/**
 * Writes features of one place after the other, and what bounds in how many shingles it differs from others: the way of the
 * kernel where there is none.
 */
export class RarestShingles {
  readonly #sets: ShingleSets;
  readonly #places: Uint32Array;
  readonly #memory: JoinMemory;
  readonly #bounds: DifferenceBounds;
  /** How many shingles of the latest set each level has. */
  readonly #counts = new Uint32Array(LEVELS);

  constructor(sets: ShingleSets, places: Uint32Array, memory: JoinMemory, bounds: DifferenceBounds) {
    this.#sets = sets;
    this.#places = places;
    this.#memory = memory;
    this.#bounds = bounds;
  }

  /**
   * Writes the rarest shingles of a place to the features from `used` on: those of the lowest levels and of one level the
   * smallest, all that some other place holds but `others`. Says where they end.
   */
  write(place: number, others: number, used: number): number {
    const { shingles, levelOf, features } = this.#memory;
    const set = this.#places[place];
    const length = this.#collect(set);
    this.#bounds.set(place, shingles, length);
    if (length <= others) return used;
    const counts = this.#counts;
    let rest = length - others;
    let level = 1;
    while (counts[level] < rest) rest -= counts[level++];
    let end = used;
    for (let at = 0; at < length; at++) if (levelOf[at] < level) features[end++] = shingles[at];
    const tied = end;
    for (let at = 0; at < length; at++) if (levelOf[at] === level) features[end++] = shingles[at];
    selectSmallest(features, tied, end, rest);
    return tied + rest;
  }

  #collect(set: number): number {
    const { column, starts, ends, repeatStarts, repeatEnds } = this.#sets;
    const { ids, repeats } = column;
    const { levels, shingles, levelOf } = this.#memory;
    const counts = this.#counts;
    const [end, lastRepeat] = [ends[set], repeatEnds[set]];
    counts.fill(0);
    let length = 0;
    let repeat = repeatStarts[set];
    for (let at = starts[set]; at < end; at++) {
      const stop = repeat < lastRepeat ? repeats[repeat++] : end;
      for (; at < stop; at++) {
        const id = ids[at];
        const level = id < 0 ? 0 : levels[id];
        if (level === 0) continue;
        shingles[length] = id;
        levelOf[length++] = level;
        counts[level]++;
      }
    }
    return length;
  }
}
