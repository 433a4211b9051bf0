import { leastOverlap } from "./shared-shingles.ts";
import type { ShingleSets } from "./shingle-sets.ts";

/** For each shingle the places of the sets that have it in their prefix, and the prefixes themselves. */
export interface PrefixIndex {
  /** The prefix of the set at place `p` is `shingles.subarray(starts[p], starts[p + 1])`. */
  readonly starts: Uint32Array;
  readonly shingles: Uint32Array;
  /** The places of shingle `s`, rising, are `postings.subarray(heads[s], heads[s + 1])`. */
  readonly heads: Uint32Array;
  readonly postings: Uint32Array;
}

const ABOVE_IDS = 0x1_0000_0000;

/**
 * Indexes the rarest shingles of each set, so many that two sets of the given similarity must have one of them in common: a
 * set of n has to share at least ⌈t·n⌉, and cannot if all of its n − ⌈t·n⌉ + 1 rarest are missing from the other's.
 *
 * Source: Bayardo, Ma and Srikant, Scaling up all pairs similarity search, 2007 (prefix filter).
 */
export function prefixIndex(sets: ShingleSets, places: Uint32Array, similarity: number): PrefixIndex {
  const { shingles, offsets, shingleCount } = sets;
  const holders = new Uint32Array(shingleCount);
  const starts = new Uint32Array(places.length + 1);
  let longest = 0;
  for (let place = 0; place < places.length; place++) {
    const start = offsets[places[place]];
    const size = offsets[places[place] + 1] - start;
    for (let at = start; at < start + size; at++) holders[shingles[at]]++;
    starts[place + 1] = starts[place] + size - leastOverlap(size, similarity) + 1;
    longest = Math.max(longest, size);
  }
  const prefixes = new Uint32Array(starts[places.length]);
  const heads = new Uint32Array(shingleCount + 1);
  const buffer = new Float64Array(longest);
  for (let place = 0; place < places.length; place++) {
    const start = offsets[places[place]];
    const rarestFirst = buffer.subarray(0, offsets[places[place] + 1] - start);
    for (let at = 0; at < rarestFirst.length; at++) {
      rarestFirst[at] = holders[shingles[start + at]] * ABOVE_IDS + shingles[start + at];
    }
    rarestFirst.sort();
    for (let at = starts[place]; at < starts[place + 1]; at++) {
      prefixes[at] = rarestFirst[at - starts[place]] % ABOVE_IDS;
      heads[prefixes[at] + 1]++;
    }
  }
  for (let shingle = 0; shingle < shingleCount; shingle++) heads[shingle + 1] += heads[shingle];
  const postings = new Uint32Array(prefixes.length);
  const ends = heads.slice(0, shingleCount);
  for (let place = 0; place < places.length; place++) {
    for (let at = starts[place]; at < starts[place + 1]; at++) postings[ends[prefixes[at]]++] = place;
  }
  return { starts, shingles: prefixes, heads, postings };
}

/** How many postings a join reads in which the places before `from` ask for no partners. */
export function joinSteps({ heads, postings }: PrefixIndex, from: number): number {
  let steps = 0;
  for (let shingle = 0; shingle + 1 < heads.length; shingle++) {
    for (let at = heads[shingle]; at < heads[shingle + 1]; at++) if (postings[at] >= from) steps += at - heads[shingle];
  }
  return steps;
}
