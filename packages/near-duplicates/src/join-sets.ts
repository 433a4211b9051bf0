import type { Banding } from "./banding-for.ts";
import { linkBands } from "./link-bands.ts";
import { possiblePartners } from "./possible-partners.ts";
import { SharedShingles } from "./shared-shingles.ts";
import type { ShingleSets } from "./shingle-sets.ts";

/** What to join, and who takes the pairs. */
export interface SetJoin {
  readonly sets: ShingleSets;
  /** Of each set, whether it pairs with sets of side 2 (1), of side 1 (2) or with any (3). */
  readonly sides: Uint8Array;
  readonly similarity: number;
  readonly banding: Banding;
  readonly seed: number;
  /** Called for every pair that agrees in a band, before it is checked. */
  readonly candidate: (left: number, right: number) => void;
  /** Called for every pair whose exact Jaccard similarity reaches the threshold. */
  readonly verified: (left: number, right: number, similarity: number) => void;
  readonly progress: (share: number) => void;
}

/** How much of the work the signatures are. */
const SIGNING = 0.7;

/**
 * Finds the pairs of different sets whose Jaccard similarity reaches the threshold: MinHash banding proposes, the shingles
 * themselves decide. All pairs of a set with earlier ones come together, each once, and sets come in the order of their
 * first documents (with sides: those of side 1 alone first). Gives the number of sets that could have a partner at all.
 */
export function joinSets({ sets, sides, similarity, banding, seed, candidate, verified, progress }: SetJoin): number {
  const possible = possiblePartners(sets, similarity, sides);
  // Sets of side 1 have no pairs among themselves: with all of them first, their chains need not be followed.
  const first = possible.filter((set) => sides[set] === 1);
  const places = new Uint32Array(possible.length);
  places.set(first);
  places.set(
    possible.filter((set) => sides[set] !== 1),
    first.length,
  );
  const count = places.length;
  const previous = linkBands(sets, places, banding, seed, (share) => progress(share * SIGNING));
  const shared = new SharedShingles(sets);
  const metBy = new Int32Array(count).fill(-1);
  const step = Math.max(1, Math.ceil(count / 50));
  for (let place = 0; place < count; place++) {
    if (place % step === 0) progress(SIGNING + (1 - SIGNING) * (place / count));
    const right = places[place];
    if (sides[right] === 1) continue;
    let met = 0;
    // When all earlier sets have been met, as in a corpus that fills one template, the other bands have none to add.
    for (let chain = place; met < place && chain < previous.length; chain += count) {
      for (let other = previous[chain]; other >= 0; other = previous[chain - place + other]) {
        if (metBy[other] === place) continue;
        metBy[other] = place;
        met++;
        const left = places[other];
        if ((sides[left] | sides[right]) !== 3) continue;
        candidate(left, right);
        shared.mark(right);
        const jaccard = shared.similarityTo(left, similarity);
        if (jaccard >= 0) verified(left, right, jaccard);
      }
    }
  }
  return count;
}
