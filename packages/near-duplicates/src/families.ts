import { type BandBuckets, largestBuckets } from "./band-buckets.ts";
import { FamilyCores } from "./family-cores.ts";
import type { JoinMemory } from "./join-memory.ts";
import { neededOverlap } from "./needed-overlap.ts";
import type { ShingleSets } from "./shingle-sets.ts";

/** Sets of one family that have the same size and share the same number of shingles with its core. */
export interface FamilyClass {
  readonly family: number;
  readonly size: number;
  /** How many shingles each member shares with the core. */
  readonly inCore: number;
  /** The places, rising. */
  readonly members: number[];
  /** The number of the first class of its family. */
  readonly first: number;
  /**
   * For each class of its family, from the first on, 1 when every member of it is certain to be a near-copy of every other
   * member of this class.
   */
  readonly alike: Uint8Array;
}

/**
 * Families of sets that fill one template. A family has a core of shingles C. Of two members A and B that share a and b
 * shingles with it, at least a + b − |C| of the core are in both: where that suffices, all pairs of two classes are
 * near-copies, and are counted without being looked at.
 */
export interface Families {
  /** The family of each place, or −1. */
  readonly familyOf: Int32Array;
  /** The number of the class of each place, or −1. */
  readonly classOf: Int32Array;
  /** The shingles of each core. */
  readonly cores: readonly Uint32Array[];
  /** Those of one family follow each other. */
  readonly classes: readonly FamilyClass[];
}

/** So many sets in one bucket are worth a family: below it, comparing all pairs costs less than a millisecond. */
export const FAMILY_FROM = 32;

/** The most classes of a family: a set that would need one more stays outside. */
const MOST_CLASSES = 256;

type OpenClass = Omit<FamilyClass, "first" | "alike">;

/** Marks which classes of a family are alike: the shingles of the core that two members are certain to share suffice. */
function close(open: readonly OpenClass[], first: number, core: Uint32Array, similarity: number): FamilyClass[] {
  const classes = open.map((one) => ({ ...one, first, alike: new Uint8Array(open.length) }));
  for (const [at, left] of classes.entries()) {
    left.members.sort((one, other) => one - other);
    for (let other = at; other < classes.length; other++) {
      const right = classes[other];
      const certain = left.inCore + right.inCore - core.length;
      if (certain < neededOverlap(left.size, right.size, similarity)) continue;
      left.alike[other] = 1;
      right.alike[at] = 1;
    }
  }
  return classes;
}

/** Writes the places without a family to the front of `free` and says how many there are. */
function withoutFamily(places: Uint32Array, familyOf: Int32Array, free: Uint32Array): number {
  let length = 0;
  for (let at = 0; at < places.length; at++) if (familyOf[places[at]] < 0) free[length++] = places[at];
  return length;
}

/** The family of the first place that has one, or −1. */
function familyIn(places: Uint32Array, familyOf: Int32Array): number {
  for (let at = 0; at < places.length; at++) if (familyOf[places[at]] >= 0) return familyOf[places[at]];
  return -1;
}

/**
 * Finds families in buckets of at least `from` sets, the largest first, for their cores are the truest. A set joins the first
 * family whose core it is like.
 */
export function findFamilies(
  sets: ShingleSets,
  places: Uint32Array,
  buckets: BandBuckets,
  { memory, similarity, from }: { readonly memory: JoinMemory; readonly similarity: number; readonly from: number },
): Families {
  const familyOf = new Int32Array(places.length).fill(-1);
  const classOf = new Int32Array(places.length).fill(-1);
  const large = largestBuckets(buckets, from);
  if (large.length === 0) return { familyOf, classOf, cores: [], classes: [] };
  const cores = new FamilyCores(sets, memory);
  const known: Map<number, OpenClass>[] = [];
  // Family + 1 of the last one that a place was not like.
  const refusedBy = new Uint32Array(places.length);

  const join = (place: number, family: number): boolean => {
    const size = sets.sizes[places[place]];
    const inCore = cores.sharedWith(family, places[place]);
    if (inCore / (size + cores.cores[family].length - inCore) < similarity) return false;
    const key = size * 0x1_0000_0000 + inCore;
    let its = known[family].get(key);
    if (its === undefined) {
      if (known[family].size === MOST_CLASSES) return false;
      its = { family, size, inCore, members: [] };
      known[family].set(key, its);
    }
    its.members.push(place);
    return true;
  };

  const free = new Uint32Array(large[0].length);
  for (const members of large) {
    const length = withoutFamily(members, familyOf, free);
    let family = familyIn(members, familyOf);
    if (length === 0 || (family < 0 && length < from)) continue;
    if (family < 0) {
      family = cores.add(free.subarray(0, length).map((place) => places[place]));
      known.push(new Map());
    }
    free.subarray(0, length).forEach((place) => {
      if (refusedBy[place] === family + 1) return;
      if (join(place, family)) familyOf[place] = family;
      else refusedBy[place] = family + 1;
    });
  }
  const classes: FamilyClass[] = [];
  for (const [family, open] of known.entries()) {
    classes.push(...close([...open.values()], classes.length, cores.cores[family], similarity));
  }
  classes.forEach(({ members }, number) => members.forEach((place) => (classOf[place] = number)));
  return { familyOf, classOf, cores: cores.cores, classes };
}
