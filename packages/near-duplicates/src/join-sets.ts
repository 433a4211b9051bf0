import type { Families } from "./families.ts";
import { neededOverlap } from "./needed-overlap.ts";
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
  const { familyOf, classOf, classes, cores } = families;
  const { sizes } = sets;
  const { bounds } = plan;
  const shared = new SharedShingles(sets);
  const metBy = new Int32Array(setAt.length).fill(-1);
  /** In how many of its differences from the core each other member of the family is like the place. */
  const alikeIn = new Uint32Array(setAt.length);
  const metInside = new Uint32Array(classes.length === 0 ? 0 : setAt.length);
  const step = Math.max(1, Math.ceil(setAt.length / 50));

  const meet = (place: number, other: number): void => {
    if (metBy[other] === place) return;
    metBy[other] = place;
    const [one, another] = [setAt[place], setAt[other]];
    if ((sides[another] | sides[one]) !== 3) return;
    const needed = neededOverlap(sizes[another], sizes[one], similarity);
    if (bounds?.exceeds(place, other, sizes[one] + sizes[another] - 2 * needed)) return;
    const jaccard = shared.similarityFrom(one, another, needed);
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

  /** Members share what of the core is in both, and what they differ from it in alike: all is counted when all is read. */
  const meetInside = (place: number): void => {
    const { starts, ends, features, heads, places } = plan.inside;
    const own = classes[classOf[place]];
    let met = 0;
    for (let at = starts[place]; at < ends[place]; at++) {
      const start = heads[features[at]];
      for (let posting = start; places[posting] < place; posting++) {
        if (posting - start === plan.most) {
          passedOver(place, plan.inside, features[at], posting);
          break;
        }
        const other = places[posting];
        if (own.alike[classOf[other] - own.first] === 1) continue;
        if (alikeIn[other]++ === 0) metInside[met++] = other;
      }
    }
    for (let at = 0; at < met; at++) {
      const other = metInside[at];
      const its = classes[classOf[other]];
      const both = own.inCore + its.inCore - cores[own.family].length + alikeIn[other];
      const jaccard = both / (own.size + its.size - both);
      alikeIn[other] = 0;
      if (plan.most < Infinity) meet(place, other);
      else if (jaccard >= similarity) verified(other, place, jaccard);
    }
  };

  const { starts, ends, features } = plan.outside;
  const meetAll = (place: number): void => {
    for (let at = starts[place]; at < ends[place]; at++) meetOutside(place, plan.outside, features[at]);
    if (classOf[place] >= 0) meetInside(place);
    settled(place);
  };

  for (let place = asking; place < setAt.length; place++) {
    if (place % step === 0) progress(place / setAt.length);
    meetAll(place);
  }
}
