import { leastOverlap } from "./needed-overlap.ts";
import type { Features } from "./postings.ts";
import { selectSmallest } from "./select-smallest.ts";
import type { ShingleColumns } from "./shared-shingles.ts";
import type { ShingleSets } from "./shingle-sets.ts";

/**
 * Sets in the order in which they are joined, without the shingles that only one of them holds. The others are numbered
 * anew, those that the fewest sets hold first: the number of a shingle is its rank.
 *
 * A set begins with its prefix, the rarest of its shingles, so many that two sets of the given similarity must have one of
 * them in common: a set of n has to share at least ⌈t·n⌉, and cannot if all of its n − ⌈t·n⌉ + 1 rarest are missing from the
 * other's. Those that no other set holds are the rarest of all, and need not be looked for.
 *
 * Source: Bayardo, Ma and Srikant, Scaling up all pairs similarity search, 2007 (prefix filter).
 */
export interface RankedSets extends ShingleColumns {
  /** The set at each place; the columns go by places. */
  readonly places: Uint32Array;
  /** The prefix of place `p` is `shingles.subarray(offsets[p], prefixEnds[p])`. */
  readonly prefixEnds: Uint32Array;
}

/** Gives each shingle that two sets hold its rank + 1, counting from the rarest, by a counting sort; 0 to all others. */
function rankShingles(holders: Uint32Array): { readonly rankOf: Uint32Array; readonly rankCount: number } {
  let most = 1;
  for (let shingle = 0; shingle < holders.length; shingle++) most = Math.max(most, holders[shingle]);
  const starts = new Uint32Array(most + 2);
  for (let shingle = 0; shingle < holders.length; shingle++) if (holders[shingle] > 1) starts[holders[shingle] + 1]++;
  for (let count = 1; count < starts.length; count++) starts[count] += starts[count - 1];
  const rankCount = starts[most + 1];
  // In place, for this column is as long as all shingles there are.
  const rankOf = holders;
  for (let shingle = 0; shingle < holders.length; shingle++) {
    rankOf[shingle] = holders[shingle] > 1 ? ++starts[holders[shingle]] : 0;
  }
  return { rankOf, rankCount };
}

/** Ranks the shingles of the sets at the given places. */
export function rankSets(
  { shingles, offsets, sizes, shingleCount }: ShingleSets,
  places: Uint32Array,
  similarity: number,
): RankedSets {
  const holders = new Uint32Array(shingleCount);
  let total = 0;
  for (const set of places) {
    for (let at = offsets[set]; at < offsets[set + 1]; at++) holders[shingles[at]]++;
    total += sizes[set];
  }
  const { rankOf, rankCount } = rankShingles(holders);
  const starts = new Uint32Array(places.length + 1);
  const prefixEnds = new Uint32Array(places.length);
  const ranks = new Uint32Array(total);
  let length = 0;
  for (let place = 0; place < places.length; place++) {
    for (let at = offsets[places[place]]; at < offsets[places[place] + 1]; at++) {
      const rank = rankOf[shingles[at]];
      if (rank > 0) ranks[length++] = rank - 1;
    }
    const start = starts[place];
    const prefix = Math.max(0, length - start - leastOverlap(sizes[places[place]], similarity) + 1);
    selectSmallest(ranks, start, length, prefix);
    prefixEnds[place] = start + prefix;
    starts[place + 1] = length;
  }
  return {
    places,
    sizes: places.map((set) => sizes[set]),
    offsets: starts,
    prefixEnds,
    shingles: ranks.subarray(0, length),
    shingleCount: rankCount,
  };
}

/** The prefix of each set as its features: no pair that reaches the similarity has none in common. */
export function prefixFeatures({ offsets, prefixEnds, shingles, shingleCount }: RankedSets): Features {
  return { starts: offsets, ends: prefixEnds, features: shingles, featureCount: shingleCount };
}
