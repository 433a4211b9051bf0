import { documentCount, type NgramIndex } from "@corpulse/tokens";
import { bandBuckets, shareBucket } from "./band-buckets.ts";
import { type Banding, bandingFor, collisionProbability, DEFAULT_SIMILARITY } from "./banding-for.ts";
import { candidates } from "./candidates.ts";
import { type Clusters, clusters } from "./clusters.ts";
import { DisjointSets } from "./disjoint-sets.ts";
import { DocumentPairs } from "./document-pairs.ts";
import { exactCopies } from "./exact-copies.ts";
import { FAMILY_FROM, findFamilies } from "./families.ts";
import { FamilyPairs } from "./family-pairs.ts";
import { joinMemory } from "./join-memory.ts";
import { joinSets } from "./join-sets.ts";
import { type PassedOver, PassedOverPairs } from "./passed-over.ts";
import { AFFORDABLE_STEPS, planJoin } from "./plan-join.ts";
import { population } from "./population.ts";
import { possiblePartners } from "./possible-partners.ts";
import { checkShingle, DEFAULT_SHINGLE } from "./shingle.ts";
import { type ShingleSets, shingleSets } from "./shingle-sets.ts";
import { checkSketches, type DocumentSketches, type SketchOptions } from "./document-sketches.ts";

/** What makes two documents near-copies, and how they are found. */
export interface NearDuplicateOptions extends SketchOptions {
  /** Whether an exact join finds the pairs, where that takes no more than 2²⁷ steps, and not banding. @default true */
  readonly complete?: boolean;
  /** What `sketchDocuments` has made of the same corpus with the same settings. @default all that is needed is sketched */
  readonly sketches?: DocumentSketches;
  /** Called with the share of the work that is done. @default none */
  readonly progress?: (share: number) => void;
}

/** What the public functions settle themselves. */
export interface DetectionOptions extends NearDuplicateOptions {
  /** Only pairs across this border count. @default none */
  readonly between?: number;
  /** The sets of one bucket that make a family. @default 32 */
  readonly familyFrom?: number;
  /** The most steps of a join in full. @default 2 ** 27 */
  readonly affordable?: number;
}

/** What is known of a corpus without keeping a list of pairs. */
export interface Detection {
  readonly sets: ShingleSets;
  readonly firstCopyOf: Uint32Array;
  /** For each document 1 when banding pairs it with another. */
  readonly candidate: Uint8Array;
  readonly verified: DocumentPairs;
  readonly neighbours: Uint32Array;
  readonly kept: Uint8Array;
  readonly linked: DisjointSets;
  readonly clusters: Clusters;
  readonly banding: Banding;
  /** Whether no pair can have been missed. */
  readonly complete: boolean;
  /** Pairs that were not even proposed because their buckets are too full. */
  readonly passedOver: PassedOver;
  /** The verified pairs that were compared, and not counted by family. */
  readonly comparedPairs: number;
  /** Those of them that banding proposed. */
  readonly bandedPairs: number;
  /** Horvitz–Thompson: every pair that banding proposed weighed by one over its chance to be; those of families as they are. */
  readonly estimatedPairs: number;
}

/** How much of the work the sketches are. */
const SKETCHING = 0.3;

/** @throws {RangeError} when the border does not lie in the corpus */
function checkBetween(between: number | undefined, documents: number): void {
  if (between !== undefined && !(Number.isInteger(between) && between >= 0 && between <= documents)) {
    throw new RangeError(
      `Cannot compare two parts of a corpus: the border must be in 0…${documents}, current value is ${between}`,
    );
  }
}

/** Sets of side 1 have no pairs among themselves: with all of them first, their partners need not be looked for. */
function inJoinOrder(possible: Uint32Array, sides: Uint8Array): { places: Uint32Array; asking: number } {
  const first = possible.filter((set) => sides[set] === 1);
  if (first.length === 0) return { places: possible, asking: 0 };
  const places = new Uint32Array(possible.length);
  places.set(first);
  places.set(
    possible.filter((set) => sides[set] !== 1),
    first.length,
  );
  return { places, asking: first.length };
}

/** For each document whether it stays: the first of a set that stays or, with a border, all before it and those with no copy there. */
function keptDocuments(
  { setOf, firstDocument }: ShingleSets,
  neighbours: Uint32Array,
  { keptSets, between }: { readonly keptSets: Uint8Array; readonly between: number | undefined },
): Uint8Array {
  const kept = new Uint8Array(setOf.length);
  setOf.forEach((set, document) => {
    if (between === undefined) kept[document] = firstDocument[set] === document ? keptSets[set] : 0;
    else kept[document] = document < between || neighbours[document] === 0 ? 1 : 0;
  });
  return kept;
}

/**
 * Finds near-copies, in a memory that does not grow with the pairs. Each pair of different sets is handed to `take`; without
 * it the pairs of large families are counted without being looked at.
 */
export function detectNearDuplicates(
  index: NgramIndex,
  options: DetectionOptions,
  take?: (left: number, right: number, similarity: number, sets: ShingleSets) => void,
): Detection {
  const { similarity = DEFAULT_SIMILARITY, shingle = DEFAULT_SHINGLE, seed = 0, between } = options;
  const { complete = true, familyFrom = FAMILY_FROM, affordable = AFFORDABLE_STEPS, progress = () => {} } = options;
  const byFamily = take === undefined && between === undefined;
  const documents = documentCount(index.corpus);
  checkShingle(shingle);
  checkBetween(between, documents);
  const banding = bandingFor(similarity);
  const { sketches } = options;
  if (sketches !== undefined) checkSketches(sketches, documents, options);
  const firstCopyOf = sketches?.firstCopyOf ?? exactCopies(index.corpus);
  const sets = shingleSets(index, shingle, firstCopyOf);
  const people = population(sets, between);
  const { places, asking } = inJoinOrder(possiblePartners(sets, similarity, people.sides), people.sides);
  const memory = joinMemory(sets, places, { similarity, bands: banding.bands, sides: people.sides });
  const buckets = bandBuckets(sets, places, {
    memory,
    banding,
    seed,
    sketches,
    progress: (share) => progress(share * SKETCHING),
  });
  const families = findFamilies(sets, places, buckets, {
    memory,
    similarity,
    from: byFamily ? familyFrom : Infinity,
  });
  const verified = new DocumentPairs(people);
  const linked = new DisjointSets(sets.firstDocument.length);
  const keptSets = new Uint8Array(sets.firstDocument.length).fill(1);
  const plan = planJoin(sets, places, buckets, families, { memory, asking, complete, affordable });
  const over = new PassedOverPairs(places, people);
  const familyPairs = new FamilyPairs(families, places, { verified, linked, keptSets });
  let banded = verified.within;
  let estimated = verified.within;
  let lastJaccard = 1;
  let chance = 1;
  joinSets({
    sets,
    places,
    families,
    memory,
    similarity,
    plan,
    asking,
    progress: (share) => progress(SKETCHING + (1 - SKETCHING) * share),
    verified(leftPlace, rightPlace, jaccard) {
      const left = places[leftPlace];
      const right = places[rightPlace];
      const pairs = verified.add(left, right);
      if (shareBucket(buckets, leftPlace, rightPlace)) {
        // Pairs that come together are often equally alike, and the chance costs more than the rest.
        if (jaccard !== lastJaccard) chance = collisionProbability(banding, jaccard);
        lastJaccard = jaccard;
        banded += pairs;
        estimated += pairs / chance;
      }
      linked.union(left, right);
      // `left` came earlier, and whether it stays is settled: all its own earlier pairs have been seen.
      if (keptSets[left] === 1) keptSets[right] = 0;
      take?.(left, right, jaccard, sets);
    },
    settled: (place) => familyPairs.settle(place),
    passedOver: (place, postings, feature, from) => over.add(place, postings, feature, from),
  });
  const neighbours = verified.neighbours();
  const passedOver = over.finish(neighbours);
  const kept = keptDocuments(sets, neighbours, { keptSets, between });
  progress(1);
  return {
    sets,
    firstCopyOf,
    candidate: candidates(buckets, places, people),
    verified,
    neighbours,
    kept,
    linked,
    clusters: clusters(linked, sets.setOf, neighbours),
    banding,
    complete: plan.exhaustive || (passedOver.pairs === 0 && (places.length < 2 || banding.expectedRecall === 1)),
    passedOver,
    comparedPairs: verified.total - familyPairs.pairs,
    bandedPairs: banded,
    estimatedPairs: estimated + familyPairs.pairs,
  };
}
