import { DifferenceBounds } from "./difference-bounds.ts";
import { leastOverlap } from "./needed-overlap.ts";
import type { Features } from "./postings.ts";
import { LEVELS, rarityLevels } from "./rarity-levels.ts";
import { selectSmallest } from "./select-smallest.ts";
import type { ShingleSets } from "./shingle-sets.ts";

/** What sets are found by, and what tells that two of them cannot be alike. */
export interface PrefixFeatures extends Features {
  readonly bounds: DifferenceBounds;
}

/** Selects the rarest shingles of one set after the other: those of the lowest levels, and of one level the earliest. */
class RarestShingles {
  readonly #sets: ShingleSets;
  readonly #levels: Uint8Array;
  /** The different shingles of the latest set that others hold, and their levels. */
  readonly shingles: Uint32Array;
  readonly #levelOf: Uint8Array;
  /** How many of them each level has. */
  readonly #counts = new Uint32Array(LEVELS);
  readonly #tied: Uint32Array;
  /** How many shingles of the latest set others hold. */
  length = 0;

  constructor(sets: ShingleSets, levels: Uint8Array, longest: number) {
    this.#sets = sets;
    this.#levels = levels;
    this.shingles = new Uint32Array(longest);
    this.#levelOf = new Uint8Array(longest);
    this.#tied = new Uint32Array(longest);
  }

  /** Writes the rarest shingles of a set to `target` from `used` on: all of them but `others`. Says where they end. */
  write(set: number, others: number, target: Uint32Array, used: number): number {
    const length = (this.length = this.#collect(set));
    if (length <= others) return used;
    const [shingles, levelOf, counts, tied] = [this.shingles, this.#levelOf, this.#counts, this.#tied];
    let rest = length - others;
    let level = 1;
    while (counts[level] < rest) rest -= counts[level++];
    let ties = 0;
    for (let at = 0; at < length; at++) {
      if (levelOf[at] < level) target[used++] = shingles[at];
      else if (levelOf[at] === level) tied[ties++] = shingles[at];
    }
    selectSmallest(tied, 0, ties, rest);
    for (let at = 0; at < rest; at++) target[used++] = tied[at];
    return used;
  }

  #collect(set: number): number {
    const { column, starts, ends, repeatStarts, repeatEnds } = this.#sets;
    const { ids, repeats } = column;
    const [levels, shingles, levelOf, counts] = [this.#levels, this.shingles, this.#levelOf, this.#counts];
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

/**
 * The prefix of each set as its features: the rarest of its shingles, so many that two sets of the given similarity must have
 * one of them in common. A set of n has to share at least ⌈t·n⌉, and cannot if all of its n − ⌈t·n⌉ + 1 rarest are missing
 * from the other's. Those that no other set holds are the rarest of all, and need not be looked for.
 *
 * Source: Bayardo, Ma and Srikant, Scaling up all pairs similarity search, 2007 (prefix filter).
 */
export function prefixFeatures(sets: ShingleSets, places: Uint32Array, similarity: number): PrefixFeatures {
  const { sizes, shared, column } = sets;
  const starts = new Uint32Array(places.length + 1);
  let room = 0;
  let longest = 0;
  for (const set of places) {
    room += Math.max(0, shared[set] - leastOverlap(sizes[set], similarity) + 1);
    longest = Math.max(longest, shared[set]);
  }
  const features = new Uint32Array(room);
  const rarest = new RarestShingles(sets, rarityLevels(sets, places), longest);
  const bounds = new DifferenceBounds(places.length);
  let used = 0;
  for (let place = 0; place < places.length; place++) {
    const set = places[place];
    used = rarest.write(set, leastOverlap(sizes[set], similarity) - 1, features, used);
    bounds.set(place, rarest.shingles, rarest.length, sizes[set]);
    starts[place + 1] = used;
  }
  return {
    starts,
    ends: starts.subarray(1),
    features: features.subarray(0, used),
    featureCount: column.documentFrequencies.length,
    bounds,
  };
}
