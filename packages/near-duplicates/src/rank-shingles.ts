import type { ShingleSets } from "./shingle-sets.ts";

/** Adds one to, or takes it from, the holders of each shingle of a set, which stands in `ids` from `start` to `end`. */
function changeHolders(holders: Uint32Array, ids: Int32Array, start: number, end: number, by: number): void {
  for (let at = start; at < end; at++) {
    const id = ids[at];
    if (id >= 0) holders[id] += by;
  }
}

/** How many of the sets at the given places hold each shingle: what is known of all documents, without those at no place. */
function countHolders({ column, setOf, firstDocument }: ShingleSets, places: Uint32Array): Uint32Array {
  const { ids, repeats, offsets, size, documentFrequencies } = column;
  const holders = new Uint32Array(documentFrequencies);
  const counts = new Uint8Array(firstDocument.length);
  for (const set of places) counts[set] = 1;
  let repeat = 0;
  for (let document = 0; document < setOf.length; document++) {
    const end = offsets[document + 1];
    const firstRepeat = repeat;
    while (repeat < repeats.length && repeats[repeat] < end) repeat++;
    const set = setOf[document];
    if (counts[set] === 1 && firstDocument[set] === document) continue;
    changeHolders(holders, ids, offsets[document] + size - 1, end, -1);
    for (let at = firstRepeat; at < repeat; at++) holders[ids[repeats[at]]]++;
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
