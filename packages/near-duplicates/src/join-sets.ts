import type { Families } from "./families.ts";
import { type FindPartners, partnersByKernel, partnersByPostings } from "./partners.ts";
import { FOUND, type JoinMemory } from "./join-memory.ts";
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
function partnersOf({ memory, plan, families, similarity, passedOver }: SetJoin): FindPartners {
  const { outside, most, bounds } = plan;
  const { familyOf } = families;
  return bounds === null || memory.kernel === null
    ? partnersByPostings(memory, { postings: outside, bounds, similarity, familyOf, most, passedOver })
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
    memory,
    plan,
    similarity,
    asking,
    verified,
    settled,
    passedOver,
    progress,
  } = join;
  const { classOf, classes, cores } = families;
  const shared = new SharedShingles(sets);
  const findPartners = partnersOf(join);
  const { found, foundBy } = memory;
  const jaccards = new Float64Array(found.length);
  /** In how many of its differences from the core each other member of the family is like the place. */
  const alikeIn = new Uint32Array(setAt.length);
  const metInside = new Uint32Array(classes.length === 0 ? 0 : setAt.length);
  const step = Math.max(1, Math.ceil(setAt.length / 50));

  /** Where not all that members differ in was read, those that it has met are compared. */
  const meetSome = (place: number, met: number): void => {
    const second = metInside.subarray(0, met);
    const alike = new Float64Array(met);
    shared.measure({ first: new Uint32Array(met).fill(place), second, setOf: setAt }, similarity, alike);
    second.forEach((other, at) => {
      alikeIn[other] = 0;
      if (alike[at] >= 0) verified(other, place, alike[at]);
    });
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
    if (plan.most < Infinity) return meetSome(place, met);
    for (let at = 0; at < met; at++) {
      const other = metInside[at];
      const its = classes[classOf[other]];
      const both = own.inCore + its.inCore - cores[own.family].length + alikeIn[other];
      const jaccard = both / (own.size + its.size - both);
      alikeIn[other] = 0;
      if (jaccard >= similarity) verified(other, place, jaccard);
    }
  };

  for (let from = asking; from < setAt.length;) {
    progress(from / setAt.length);
    const end = Math.min(from + step, setAt.length);
    const count = findPartners(from, end, FOUND);
    const to = count < FOUND ? end : foundBy[count - 1] + 1;
    const pairs = { first: foundBy.subarray(0, count), second: found.subarray(0, count), setOf: setAt };
    shared.measure(pairs, similarity, jaccards);
    let at = 0;
    // Compiled once, as a function: a loop would be wherever it is entered and left.
    setAt.subarray(from, to).forEach((_, after) => {
      const place = from + after;
      for (; at < count && foundBy[at] === place; at++) {
        if (jaccards[at] >= 0) verified(found[at], place, jaccards[at]);
      }
      if (classOf[place] >= 0) meetInside(place);
      settled(place);
    });
    from = to;
  }
}
