import type { Families } from "./families.ts";
import { type Partners, partnersByKernel, partnersByPostings } from "./partners.ts";
import type { JoinMemory } from "./join-memory.ts";
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
  readonly memory: JoinMemory;
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

/** What finds the partners of each place. */
function partnersOf({ memory, plan, families, similarity, passedOver }: SetJoin): Partners {
  const { outside, most, bounds } = plan;
  const { familyOf } = families;
  return bounds === null || memory.kernel === null
    ? partnersByPostings({ postings: outside, bounds, similarity, familyOf, most, passedOver })
    : partnersByKernel(memory, memory.kernel, { familyOf, similarity });
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
  const { classOf, classes, cores } = families;
  const shared = new SharedShingles(sets);
  const partners = partnersOf(join);
  /** In how many of its differences from the core each other member of the family is like the place. */
  const alikeIn = new Uint32Array(setAt.length);
  const metInside = new Uint32Array(classes.length === 0 ? 0 : setAt.length);
  const step = Math.max(1, Math.ceil(setAt.length / 50));

  const compare = (place: number, other: number): void => {
    const one = setAt[place];
    const another = setAt[other];
    if ((sides[another] | sides[one]) !== 3) return;
    const jaccard = shared.similarity(one, another, similarity);
    if (jaccard >= 0) verified(other, place, jaccard);
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
      if (plan.most < Infinity) compare(place, other);
      else if (jaccard >= similarity) verified(other, place, jaccard);
    }
  };

  const { found } = partners;
  const jaccards = new Float64Array(found.length);
  // What measures and what takes pairs are compiled apart: together they would be once more wherever they are called.
  const measureFound = (place: number, count: number): void => {
    const one = setAt[place];
    for (let at = 0; at < count; at++) {
      const another = setAt[found[at]];
      jaccards[at] = (sides[another] | sides[one]) === 3 ? shared.similarity(one, another, similarity) : -1;
    }
  };
  const takeFound = (place: number, count: number): void => {
    for (let at = 0; at < count; at++) if (jaccards[at] >= 0) verified(found[at], place, jaccards[at]);
  };

  for (let place = asking; place < setAt.length; place++) {
    if (place % step === 0) progress(place / setAt.length);
    const count = partners.find(place);
    if (count > 0) {
      measureFound(place, count);
      takeFound(place, count);
    }
    if (classOf[place] >= 0) meetInside(place);
    settled(place);
  }
}
