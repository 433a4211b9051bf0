import type { ShingleSets } from "./shingle-sets.ts";

/** How many of the sets at the given places hold each shingle. */
function countHolders(
  { column, starts, ends, repeatStarts, repeatEnds }: ShingleSets,
  places: Uint32Array,
): Uint32Array {
  const { ids, repeats, documentFrequencies } = column;
  const holders = new Uint32Array(documentFrequencies.length);
  for (const set of places) {
    for (let at = starts[set]; at < ends[set]; at++) if (ids[at] >= 0) holders[ids[at]]++;
    for (let at = repeatStarts[set]; at < repeatEnds[set]; at++) holders[ids[repeats[at]]]--;
  }
  return holders;
}

/** Shingles by how rare they are. */
export interface ShingleRanks {
  /** The rank + 1 of each shingle, counting from the rarest; 0 where fewer than two sets hold it. */
  readonly rankOf: Uint32Array;
  readonly count: number;
}

/** Ranks the shingles that two of the sets at the given places hold, by a counting sort. */
export function rankShingles(sets: ShingleSets, places: Uint32Array): ShingleRanks {
  const holders = countHolders(sets, places);
  let most = 1;
  for (let shingle = 0; shingle < holders.length; shingle++) most = Math.max(most, holders[shingle]);
  const starts = new Uint32Array(most + 2);
  for (let shingle = 0; shingle < holders.length; shingle++) if (holders[shingle] > 1) starts[holders[shingle] + 1]++;
  for (let count = 1; count < starts.length; count++) starts[count] += starts[count - 1];
  const count = starts[most + 1];
  // In place, for this column is as long as all shingles there are.
  const rankOf = holders;
  for (let shingle = 0; shingle < holders.length; shingle++) {
    rankOf[shingle] = holders[shingle] > 1 ? ++starts[holders[shingle]] : 0;
  }
  return { rankOf, count };
}
