import type { Families } from "./families.ts";
import type { JoinPlan } from "./plan-join.ts";
import type { Postings } from "./postings.ts";
import { SharedShingles } from "./shared-shingles.ts";
import type { ShingleSets } from "./shingle-sets.ts";

/** What to join, and who takes the pairs. */
export interface SetJoin {
  readonly sets: ShingleSets;
  /** The set at each place. */
  readonly places: Uint32Array;
  readonly families: Families;
  readonly plan: JoinPlan;
  /** Of each set, whether it pairs with sets of side 2 (1), of side 1 (2) or with any (3). */
  readonly sides: Uint8Array;
  readonly similarity: number;
  /** The places before it ask for no partners. */
  readonly asking: number;
  /** Called for every pair whose exact Jaccard similarity reaches the threshold, by places. */
  readonly verified: (left: number, right: number, similarity: number) => void;
  /** Called for each place after all its pairs with earlier ones. */
  readonly settled: (place: number) => void;
  /** Called when a place is not compared with the places of a feature from the posting `from` on. */
  readonly passedOver: (place: number, postings: Postings, feature: number, from: number) => void;
  readonly progress: (share: number) => void;
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
  const {
    sets,
    places: setAt,
    families,
    plan,
    sides,
    similarity,
    asking,
    verified,
    settled,
    passedOver,
    progress,
  } = join;
  const { familyOf, classOf, classes } = families;
  const shared = new SharedShingles(sets);
  const metBy = new Int32Array(setAt.length).fill(-1);
  const step = Math.max(1, Math.ceil(setAt.length / 50));

  const meet = (place: number, other: number): void => {
    if (metBy[other] === place) return;
    metBy[other] = place;
    if ((sides[setAt[other]] | sides[setAt[place]]) !== 3) return;
    shared.mark(setAt[place]);
    const jaccard = shared.similarityTo(setAt[other], similarity);
    if (jaccard >= 0) verified(other, place, jaccard);
  };

  const meetOutside = (place: number, postings: Postings, feature: number): void => {
    const { heads, places } = postings;
    const end = heads[feature + 1];
    let read = 0;
    for (let at = heads[feature]; at < end; read++) {
      if (read === plan.most) return passedOver(place, postings, feature, at);
      const other = places[at];
      const family = familyOf[other];
      if (other >= place || (family >= 0 && family === familyOf[place])) {
        at = afterFamily(places, familyOf, family, at, end);
      } else {
        meet(place, other);
        at++;
      }
    }
  };

  const meetInside = (place: number, postings: Postings, feature: number): void => {
    const { heads, places } = postings;
    const { alike, first } = classes[classOf[place]];
    const start = heads[feature];
    for (let at = start; places[at] < place; at++) {
      if (at - start === plan.most) return passedOver(place, postings, feature, at);
      if (alike[classOf[places[at]] - first] === 0) meet(place, places[at]);
    }
  };

  for (let place = asking; place < setAt.length; place++) {
    if (place % step === 0) progress(place / setAt.length);
    const { outside, inside } = plan;
    for (let at = outside.starts[place]; at < outside.ends[place]; at++) {
      meetOutside(place, outside, outside.features[at]);
    }
    if (familyOf[place] >= 0) {
      for (let at = inside.starts[place]; at < inside.ends[place]; at++) {
        meetInside(place, inside, inside.features[at]);
      }
    }
    settled(place);
  }
}
