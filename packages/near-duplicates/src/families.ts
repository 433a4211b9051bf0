import { type BandBuckets, bandFeatures } from "./band-buckets.ts";
import { neededOverlap } from "./needed-overlap.ts";
import { postingsOf } from "./postings.ts";
import type { RankedSets } from "./ranked-sets.ts";

/** Sets of one family that have the same size and share the same number of shingles with its core. */
export interface FamilyClass {
  readonly family: number;
  readonly size: number;
  /** How many shingles each member shares with the core. */
  readonly inCore: number;
  /** The places, rising. */
  readonly members: number[];
  /** The classes of which every member is certain to be a near-copy of every other member of this class. */
  readonly alike: Set<FamilyClass>;
}

/**
 * Families of sets that fill one template. A family has a core of shingles C. Of two members A and B that share a and b
 * shingles with it, at least a + b − |C| of the core are in both: where that suffices, all pairs of two classes are
 * near-copies, and are counted without being looked at.
 */
export interface Families {
  /** The family of each place, or −1. */
  readonly familyOf: Int32Array;
  /** The class of each place that has a family. */
  readonly classOf: readonly (FamilyClass | undefined)[];
  /** The shingles of each core. */
  readonly cores: readonly Uint32Array[];
  readonly classes: readonly FamilyClass[];
}

/** So many sets in one bucket are worth a family: below it, comparing all pairs costs less than a millisecond. */
export const FAMILY_FROM = 64;

/** The members that are asked for the core. */
const ASKED = 64;

/** The most classes of a family: a set that would need one more stays outside. */
const MOST_CLASSES = 256;

/** The shingles that more than half of some members hold. */
function coreOf({ shingles, offsets }: RankedSets, members: readonly number[]): Uint32Array {
  const step = Math.ceil(members.length / ASKED);
  const asked = members.filter((_, at) => at % step === 0);
  const holders = new Map<number, number>();
  for (const place of asked) {
    for (const shingle of shingles.subarray(offsets[place], offsets[place + 1])) {
      holders.set(shingle, (holders.get(shingle) ?? 0) + 1);
    }
  }
  return Uint32Array.from(holders.keys()).filter((shingle) => (holders.get(shingle) ?? 0) * 2 > asked.length);
}

/** Whether the shingles of the core that two members are certain to share make them near-copies. */
function areAlike(left: FamilyClass, right: FamilyClass, core: Uint32Array, similarity: number): boolean {
  return left.inCore + right.inCore - core.length >= neededOverlap(left.size, right.size, similarity);
}

/** Finds families in buckets of at least `from` sets. A set joins the first family whose core it is like. */
export function findFamilies(ranked: RankedSets, buckets: BandBuckets, similarity: number, from: number): Families {
  const { shingles, offsets, sizes, shingleCount } = ranked;
  const familyOf = new Int32Array(sizes.length).fill(-1);
  const classOf: (FamilyClass | undefined)[] = Array.from({ length: sizes.length });
  const cores: Uint32Array[] = [];
  const known: Map<number, FamilyClass>[] = [];
  const order = Uint32Array.from(sizes.keys());
  const { heads, places } = postingsOf(bandFeatures(buckets, from), order);
  // Family + 1 of the last core that was marked in it.
  const markedBy = new Uint32Array(shingleCount);

  const join = (place: number, family: number): void => {
    let inCore = 0;
    for (let at = offsets[place]; at < offsets[place + 1]; at++) if (markedBy[shingles[at]] === family + 1) inCore++;
    const size = sizes[place];
    if (inCore / (size + cores[family].length - inCore) < similarity) return;
    const key = size * 0x1_0000_0000 + inCore;
    let its = known[family].get(key);
    if (its === undefined) {
      if (known[family].size === MOST_CLASSES) return;
      its = { family, size, inCore, members: [], alike: new Set() };
      known[family].set(key, its);
    }
    its.members.push(place);
    classOf[place] = its;
    familyOf[place] = family;
  };

  for (let bucket = 0; bucket < buckets.sizes.length; bucket++) {
    if (heads[bucket] === heads[bucket + 1]) continue;
    const members = places.subarray(heads[bucket], heads[bucket + 1]);
    const free = [...members].filter((place) => familyOf[place] < 0);
    const first = members.find((place) => familyOf[place] >= 0);
    let family = first === undefined ? -1 : familyOf[first];
    if (free.length === 0 || (family < 0 && free.length < from)) continue;
    if (family < 0) {
      family = cores.length;
      cores.push(coreOf(ranked, free));
      known.push(new Map());
    }
    for (const shingle of cores[family]) markedBy[shingle] = family + 1;
    for (const place of free) join(place, family);
  }
  for (const [family, classes] of known.entries()) {
    for (const one of classes.values()) {
      one.members.sort((left, right) => left - right);
      for (const other of classes.values()) if (areAlike(one, other, cores[family], similarity)) one.alike.add(other);
    }
  }
  return { familyOf, classOf, cores, classes: known.flatMap((classes) => [...classes.values()]) };
}
