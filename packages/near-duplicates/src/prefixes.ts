import { leastOverlap } from "./needed-overlap.ts";
import type { Features } from "./postings.ts";
import { rankShingles } from "./rank-shingles.ts";
import { selectSmallest } from "./select-smallest.ts";
import type { ShingleSets } from "./shingle-sets.ts";

/** Writes the ranks of the different shingles of a set that others hold to `ranks`, and gives their number. */
function collectRanks(
  { column, starts, ends, repeatStarts, repeatEnds }: ShingleSets,
  set: number,
  rankOf: Uint32Array,
  ranks: Uint32Array,
): number {
  const { ids, repeats } = column;
  const [end, lastRepeat] = [ends[set], repeatEnds[set]];
  let length = 0;
  let repeat = repeatStarts[set];
  for (let at = starts[set]; at < end; at++) {
    const stop = repeat < lastRepeat ? repeats[repeat++] : end;
    for (; at < stop; at++) {
      const id = ids[at];
      const rank = id < 0 ? 0 : rankOf[id];
      if (rank > 0) ranks[length++] = rank - 1;
    }
  }
  return length;
}

/**
 * The prefix of each set as its features: the rarest of its shingles, so many that two sets of the given similarity must have
 * one of them in common. A set of n has to share at least ⌈t·n⌉, and cannot if all of its n − ⌈t·n⌉ + 1 rarest are missing
 * from the other's. Those that no other set holds are the rarest of all, and need not be looked for.
 *
 * Source: Bayardo, Ma and Srikant, Scaling up all pairs similarity search, 2007 (prefix filter).
 */
export function prefixFeatures(sets: ShingleSets, places: Uint32Array, similarity: number): Features {
  const { sizes, shared } = sets;
  const { rankOf, count } = rankShingles(sets, places);
  const starts = new Uint32Array(places.length + 1);
  let room = 0;
  let longest = 0;
  for (const set of places) {
    room += Math.max(0, shared[set] - leastOverlap(sizes[set], similarity) + 1);
    longest = Math.max(longest, shared[set]);
  }
  const features = new Uint32Array(room);
  const ranks = new Uint32Array(longest);
  let used = 0;
  for (let place = 0; place < places.length; place++) {
    const set = places[place];
    const length = collectRanks(sets, set, rankOf, ranks);
    const prefix = length - leastOverlap(sizes[set], similarity) + 1;
    if (prefix > 0) {
      selectSmallest(ranks, 0, length, prefix);
      for (let at = 0; at < prefix; at++) features[used++] = ranks[at];
    }
    starts[place + 1] = used;
  }
  return { starts, ends: starts.subarray(1), features: features.subarray(0, used), featureCount: count };
}
