import type { ShingleSets } from "./shingle-sets.ts";

/** Another round that frees fewer than one set in a hundred costs more than it saves. */
const WORTH_A_ROUND = 0.01;

/**
 * The sets that can have a partner of the given similarity at all, in rising order. A shingle that no other such set holds
 * cannot be shared, and J(A, B) is at most the share of A's shingles that can: sets below it need no signature. Nothing is
 * lost by it, so the recall of banding is that of its curve. Each set that goes may free others, hence the rounds.
 *
 * `sides` holds for each set 1 if it may pair with sets of side 2, 2 if with sets of side 1, and 3 for both.
 */
export function possiblePartners(sets: ShingleSets, similarity: number, sides: Uint8Array): Uint32Array {
  const { shingles, offsets } = sets;
  let possible = Uint32Array.from(sets.firstDocument.keys());
  for (;;) {
    const holders = new Uint32Array(sets.shingleCount);
    const heldOn = new Uint8Array(sets.shingleCount);
    for (const set of possible) {
      for (let at = offsets[set]; at < offsets[set + 1]; at++) {
        holders[shingles[at]]++;
        heldOn[shingles[at]] |= sides[set];
      }
    }
    const left = possible.filter((set) => {
      let shared = 0;
      for (let at = offsets[set]; at < offsets[set + 1]; at++) {
        if (holders[shingles[at]] > 1 && heldOn[shingles[at]] === 3) shared++;
      }
      const size = offsets[set + 1] - offsets[set];
      return size > 0 && shared / size >= similarity;
    });
    const freed = possible.length - left.length;
    possible = left;
    if (freed <= possible.length * WORTH_A_ROUND) return possible;
  }
}
