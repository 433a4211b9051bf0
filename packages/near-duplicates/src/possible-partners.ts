import type { ShingleSets } from "./shingle-sets.ts";

/** Another round after one that freed fewer than one set in twenty costs more than it saves. */
const WORTH_A_ROUND = 0.05;

/** The bit of a shingle that a second set holds; the two below are the sides of the sets that hold it. */
const HELD_AGAIN = 4;

/** Held by two sets and on both sides. */
const SHARED = 7;

const isWorthARound = (before: Uint32Array, after: Uint32Array): boolean =>
  before.length - after.length > after.length * WORTH_A_ROUND;

/** The sets that can have a partner if every shingle that another document has is in a set that can. */
function likelyPartners({ sizes, shared }: ShingleSets, similarity: number): Uint32Array {
  const likely = new Uint32Array(sizes.length);
  let length = 0;
  sizes.forEach((size, set) => {
    if (size > 0 && shared[set] / size >= similarity) likely[length++] = set;
  });
  return likely.subarray(0, length);
}

/** Of the sets given those that can have a partner among them. */
function oneRound(
  { column, starts, ends, repeatStarts, repeatEnds, sizes }: ShingleSets,
  similarity: number,
  sides: Uint8Array,
  possible: Uint32Array,
): Uint32Array {
  const { ids, repeats, documentFrequencies } = column;
  const held = new Uint8Array(documentFrequencies.length);
  // What a set repeats is not held again.
  for (const set of possible) {
    const side = sides[set];
    let repeat = repeatStarts[set];
    for (let at = starts[set]; at < ends[set]; at++) {
      const id = ids[at];
      if (repeat < repeatEnds[set] && repeats[repeat] === at) repeat++;
      else if (id >= 0) held[id] |= held[id] === 0 ? side : side | HELD_AGAIN;
    }
  }
  return possible.filter((set) => {
    let shared = 0;
    for (let at = starts[set]; at < ends[set]; at++) if (ids[at] >= 0 && held[ids[at]] === SHARED) shared++;
    for (let at = repeatStarts[set]; at < repeatEnds[set]; at++) if (held[ids[repeats[at]]] === SHARED) shared--;
    return shared / sizes[set] >= similarity;
  });
}

/**
 * The sets that can have a partner of the given similarity at all, in rising order. A shingle that no other such set holds
 * cannot be shared, and J(A, B) is at most the share of A's shingles that can: sets below it need no sketch. Nothing is
 * lost by it, so the recall of banding is that of its curve. The shingles that no other document has are known beforehand;
 * each set that goes may free others, hence the rounds.
 *
 * `sides` holds for each set 1 if it may pair with sets of side 2, 2 if with sets of side 1, and 3 for both.
 */
export function possiblePartners(sets: ShingleSets, similarity: number, sides: Uint8Array): Uint32Array {
  let possible = likelyPartners(sets, similarity);
  let due = isWorthARound(sets.sizes, possible) || sides.some((side) => side !== 3);
  while (due) {
    const before = possible;
    possible = oneRound(sets, similarity, sides, before);
    due = isWorthARound(before, possible);
  }
  return possible;
}
