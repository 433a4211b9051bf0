import { bandFeatures, type BandBuckets } from "./band-buckets.ts";
import type { DifferenceBounds } from "./difference-bounds.ts";
import type { Families } from "./families.ts";
import { familyDifferences } from "./family-differences.ts";
import type { JoinMemory } from "./join-memory.ts";
import { type Postings, postingsByKernel, postingsOf } from "./postings.ts";
import { prefixFeatures } from "./prefix-features.ts";
import type { ShingleSets } from "./shingle-sets.ts";

/** Which pairs are compared. */
export interface JoinPlan {
  /** Pairs of different families, or of none, are compared when they have one of these features in common. */
  readonly outside: Postings;
  /** Pairs of one family are compared when they have one of these in common, which no other family has. */
  readonly inside: Postings;
  /** The most places of one list that a place is compared with: Infinity when all are. */
  readonly most: number;
  /** What spares reading sets, and stands in the memory of the join with `outside`; absent where places are found by bands. */
  readonly bounds: DifferenceBounds | null;
  /** Whether no pair that reaches the similarity is passed over. */
  readonly exhaustive: boolean;
}

/** The most postings that a join reads, a few seconds at worst: a corpus that needs more is not compared in full. */
export const AFFORDABLE_STEPS: number = 2 ** 27;

const pairsOf = (places: number): number => (places * (places - 1)) / 2;

/** The places of each family side by side, those without one first: a counting sort. */
function byFamily(familyOf: Int32Array, families: number): Uint32Array {
  const next = new Uint32Array(families + 2);
  familyOf.forEach((family) => next[family + 2]++);
  for (let family = 0; family < families; family++) next[family + 2] += next[family + 1];
  const order = new Uint32Array(familyOf.length);
  familyOf.forEach((family, place) => {
    order[next[family + 1]++] = place;
  });
  return order;
}

/** How many postings of places of different families, or of none, are read when only places from `asking` on ask for partners. */
function stepsOutside({ heads, places }: Postings, familyOf: Int32Array, asking: number, most: number): number {
  let sum = 0;
  for (let feature = 0; feature + 1 < heads.length; feature++) {
    const length = heads[feature + 1] - heads[feature];
    if (length < 2) continue;
    let own = 0;
    let silent = 0;
    let members = 0;
    for (let at = heads[feature]; at < heads[feature + 1]; at++) {
      const place = places[at];
      if (place < asking) silent++;
      const continues = at > heads[feature] && familyOf[places[at - 1]] === familyOf[place];
      members = familyOf[place] < 0 ? 0 : continues ? members + 1 : 1;
      own += Math.max(0, members - 1);
    }
    sum += Math.min(pairsOf(length) - pairsOf(silent) - own, length * most);
  }
  return sum;
}

/** How many postings are read when every place of a list meets all before it. */
function stepsThrough({ heads }: Postings, most: number): number {
  let sum = 0;
  for (let feature = 0; feature + 1 < heads.length; feature++) {
    const length = heads[feature + 1] - heads[feature];
    sum += length < 2 ? 0 : Math.min(pairsOf(length), length * most);
  }
  return sum;
}

/**
 * Plans the join of sets: by prefixes, which miss nothing, where that is affordable, otherwise by the bands of their
 * sketches. Where even the buckets of these are too full, a set is compared with some of each bucket only.
 */
export function planJoin(
  sets: ShingleSets,
  places: Uint32Array,
  buckets: BandBuckets,
  families: Families,
  options: {
    readonly memory: JoinMemory;
    readonly asking: number;
    readonly complete: boolean;
    readonly affordable: number;
  },
): JoinPlan {
  const { memory, asking, complete, affordable } = options;
  const { familyOf, cores } = families;
  const order = byFamily(familyOf, cores.length);
  const inside = postingsOf(familyDifferences(sets, places, families, memory), order);
  const isAffordable = (outside: Postings, most: number): boolean => {
    const within = stepsThrough(inside, most);
    // Which places are spared is only looked at where it can decide.
    return (
      within + stepsThrough(outside, most) <= affordable ||
      within + stepsOutside(outside, familyOf, asking, most) <= affordable
    );
  };
  if (complete) {
    const prefixes = prefixFeatures(sets, places, memory);
    const outside =
      memory.kernel === null ? postingsOf(prefixes, order) : postingsByKernel(prefixes, order, memory, memory.kernel);
    if (isAffordable(outside, Infinity))
      return { outside, inside, most: Infinity, bounds: prefixes.bounds, exhaustive: true };
  }
  const outside = postingsOf(bandFeatures(buckets), order);
  let most = Infinity;
  for (let longest = familyOf.length; !isAffordable(outside, most) && longest > 1;) {
    longest = Math.ceil(longest / 2);
    most = longest;
  }
  return { outside, inside, most, bounds: null, exhaustive: false };
}
