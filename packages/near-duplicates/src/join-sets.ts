import type { Families } from "./families.ts";
import { familyDifferences } from "./family-differences.ts";
import { type Features, type Postings, postingsOf } from "./postings.ts";
import type { RankedSets } from "./ranked-sets.ts";
import { SharedShingles } from "./shared-shingles.ts";

/** What to join, and who takes the pairs. */
export interface SetJoin {
  readonly ranked: RankedSets;
  readonly families: Families;
  /** Of each set, whether it pairs with sets of side 2 (1), of side 1 (2) or with any (3). */
  readonly sides: Uint8Array;
  readonly similarity: number;
  /** Which places are compared: those that have one of these in common. */
  readonly features: Features;
  /** The places before it ask for no partners. */
  readonly asking: number;
  /** Called for every pair whose exact Jaccard similarity reaches the threshold, by places. */
  readonly verified: (left: number, right: number, similarity: number) => void;
  /** Called for each place after all its pairs with earlier ones. */
  readonly settled: (place: number) => void;
  readonly progress: (share: number) => void;
}

/** The places of each family side by side, those without one first. */
function byFamily(familyOf: Int32Array): Uint32Array {
  const order = Uint32Array.from(familyOf.keys());
  return familyOf.every((family) => family < 0)
    ? order
    : order.sort((left, right) => familyOf[left] - familyOf[right] || left - right);
}

/** The first posting from `start` on whose family comes after the given one. */
function afterFamily(places: Uint32Array, familyOf: Int32Array, family: number, start: number, end: number): number {
  if (start === end || familyOf[places[end - 1]] <= family) return end;
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (familyOf[places[middle]] > family) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Finds the pairs of different sets that have a feature in common and whose Jaccard similarity reaches the threshold. Pairs
 * that belong to one family are found by what tells its members apart, and not at all where their classes are alike. All
 * pairs of a set with earlier ones come together, each once.
 */
export function joinSets(join: SetJoin): void {
  const { ranked, families, sides, similarity, features, asking, verified, settled, progress } = join;
  const { places: sets } = ranked;
  const { familyOf, classOf } = families;
  const order = byFamily(familyOf);
  const postings = postingsOf(features, order);
  const shared = new SharedShingles(ranked);
  const metBy = new Int32Array(sets.length).fill(-1);
  const step = Math.max(1, Math.ceil(sets.length / 50));

  const meet = (place: number, other: number): void => {
    metBy[other] = place;
    if ((sides[sets[other]] | sides[sets[place]]) !== 3) return;
    shared.mark(place);
    const jaccard = shared.similarityTo(other, similarity);
    if (jaccard >= 0) verified(other, place, jaccard);
  };

  const meetOutside = (place: number, { heads, places }: Postings, feature: number): void => {
    const end = heads[feature + 1];
    let at = heads[feature];
    while (at < end) {
      const other = places[at];
      const family = familyOf[other];
      if (other >= place || (family >= 0 && family === familyOf[place])) {
        at = afterFamily(places, familyOf, family, at, end);
      } else {
        if (metBy[other] !== place) meet(place, other);
        at++;
      }
    }
  };

  const differences = families.cores.length > 0 ? familyDifferences(ranked, families) : null;
  const differing = differences === null ? null : postingsOf(differences, order);
  const meetInside = (place: number, { heads, places }: Postings, feature: number): void => {
    const family = familyOf[place];
    const end = heads[feature + 1];
    let at = afterFamily(places, familyOf, family - 1, heads[feature], end);
    for (; at < end && familyOf[places[at]] === family && places[at] < place; at++) {
      const other = places[at];
      const its = classOf[other];
      if (metBy[other] !== place && its !== undefined && !classOf[place]?.alike.has(its)) meet(place, other);
    }
  };

  for (let place = asking; place < sets.length; place++) {
    if (place % step === 0) progress(place / sets.length);
    for (let at = features.starts[place]; at < features.starts[place + 1]; at++) {
      meetOutside(place, postings, features.features[at]);
    }
    if (differing !== null && differences !== null && familyOf[place] >= 0) {
      for (let at = differences.starts[place]; at < differences.starts[place + 1]; at++) {
        meetInside(place, differing, differences.features[at]);
      }
    }
    settled(place);
  }
}
