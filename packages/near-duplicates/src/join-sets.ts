import type { Banding } from "./banding-for.ts";
import { linkBands } from "./link-bands.ts";
import { possiblePartners } from "./possible-partners.ts";
import { joinSteps, prefixIndex } from "./prefix-index.ts";
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
  /** Whether to look for what banding missed. */
  readonly complete: boolean;
  /** Called for every pair that agrees in a band, before it is checked. */
  readonly candidate: (left: number, right: number) => void;
  /** Called for every pair whose exact Jaccard similarity reaches the threshold; `banded` says that banding proposed it. */
  readonly verified: (left: number, right: number, similarity: number, banded: boolean) => void;
  readonly progress: (share: number) => void;
}

/** The most postings that the search for missed pairs reads: some seconds. A corpus that needs more is left to banding. */
const AFFORDABLE_STEPS = 2 ** 30;

/** How much of the work the signatures are. */
const SIGNING = 0.6;

/** Sets of side 1 have no pairs among themselves: with all of them first, their partners need not be looked for. */
function inJoinOrder(possible: Uint32Array, sides: Uint8Array): { places: Uint32Array; asking: number } {
  const first = possible.filter((set) => sides[set] === 1);
  const places = new Uint32Array(possible.length);
  places.set(first);
  places.set(
    possible.filter((set) => sides[set] !== 1),
    first.length,
  );
  return { places, asking: first.length };
}

/**
 * Finds the pairs of different sets whose Jaccard similarity reaches the threshold. MinHash banding proposes, the shingles
 * themselves decide; then a prefix-filter join proposes what banding missed, if it is affordable. All pairs of a set with
 * earlier ones come together, each once, and sets come in the order of their first documents (those of side 1 alone before
 * all others). Gives whether no pair can be missing.
 */
export function joinSets(join: SetJoin): boolean {
  const { sets, sides, similarity, banding, seed, complete, candidate, verified, progress } = join;
  const { places, asking } = inJoinOrder(possiblePartners(sets, similarity, sides), sides);
  const count = places.length;
  const previous = linkBands(sets, places, banding, seed, (share) => progress(share * SIGNING));
  const prefixes = complete ? prefixIndex(sets, places, similarity) : null;
  const rest = prefixes !== null && joinSteps(prefixes, asking) <= AFFORDABLE_STEPS ? prefixes : null;
  const shared = new SharedShingles(sets);
  const metBy = new Int32Array(count).fill(-1);
  const step = Math.max(1, Math.ceil(count / 50));
  const meet = (place: number, other: number, banded: boolean): void => {
    metBy[other] = place;
    const [left, right] = [places[other], places[place]];
    if ((sides[left] | sides[right]) !== 3) return;
    if (banded) candidate(left, right);
    shared.mark(right);
    const jaccard = shared.similarityTo(left, similarity);
    if (jaccard >= 0) verified(left, right, jaccard, banded);
  };
  for (let place = asking; place < count; place++) {
    if (place % step === 0) progress(SIGNING + (1 - SIGNING) * (place / count));
    let met = 0;
    // When all earlier sets have been met, as in a corpus that fills one template, nothing more can come.
    for (let chain = place; met < place && chain < previous.length; chain += count) {
      for (let other = previous[chain]; other >= 0; other = previous[chain - place + other]) {
        if (metBy[other] === place) continue;
        meet(place, other, true);
        met++;
      }
    }
    if (rest === null) continue;
    for (let at = rest.starts[place]; met < place && at < rest.starts[place + 1]; at++) {
      for (let posting: number = rest.heads[rest.shingles[at]]; rest.postings[posting] < place; posting++) {
        const other = rest.postings[posting];
        if (metBy[other] === place) continue;
        meet(place, other, false);
        met++;
      }
    }
  }
  return rest !== null || count < 2 || banding.expectedRecall === 1;
}
