import type { ShingleSets } from "./shingle-sets.ts";

/** Another round after one that freed fewer than one set in twenty costs more than it saves. */
const WORTH_A_ROUND = 0.05;

/** The bit of a shingle that a second set holds; the two below are the sides of the sets that hold it. */
const HELD_AGAIN = 4;

/** Held by two sets and on both sides. */
const SHARED = 7;

/**
 * The sets that can have a partner of the given similarity at all, in rising order. A shingle that no other such set holds
 * cannot be shared, and J(A, B) is at most the share of A's shingles that can: sets below it need no sketch. Nothing is
 * lost by it, so the recall of banding is that of its curve. Each set that goes may free others, hence the rounds.
 *
 * `sides` holds for each set 1 if it may pair with sets of side 2, 2 if with sets of side 1, and 3 for both.
 */
export function possiblePartners(sets: ShingleSets, similarity: number, sides: Uint8Array): Uint32Array {
  const { shingles, offsets } = sets;
  const held = new Uint8Array(sets.shingleCount);
  let possible = Uint32Array.from(sets.firstDocument.keys());
  for (;;) {
    held.fill(0);
    for (const set of possible) {
      const side = sides[set];
      for (let at = offsets[set]; at < offsets[set + 1]; at++) {
        const before = held[shingles[at]];
        held[shingles[at]] = before | side | (before === 0 ? 0 : HELD_AGAIN);
      }
    }
    const left = possible.filter((set) => {
      let shared = 0;
      for (let at = offsets[set]; at < offsets[set + 1]; at++) if (held[shingles[at]] === SHARED) shared++;
      const size = offsets[set + 1] - offsets[set];
      return size > 0 && shared / size >= similarity;
    });
    const freed = possible.length - left.length;
    possible = left;
    if (freed <= possible.length * WORTH_A_ROUND) return possible;
  }
}
