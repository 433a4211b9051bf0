import { documentCount, type NgramIndex } from "@corpulse/tokens";
import { type Banding, bandingFor, collisionProbability } from "./banding-for.ts";
import { type Clusters, clusters } from "./clusters.ts";
import { DisjointSets } from "./disjoint-sets.ts";
import { DocumentPairs } from "./document-pairs.ts";
import { exactCopies } from "./exact-copies.ts";
import { joinSets } from "./join-sets.ts";
import { population } from "./population.ts";
import { checkShingle, type Shingle } from "./shingle.ts";
import { type ShingleSets, shingleSets } from "./shingle-sets.ts";

/** What makes two documents near-copies, and how they are found. */
export interface NearDuplicateOptions {
  /** The Jaccard similarity of shingle sets from which two documents are near-copies, in 0.1…1. @default 0.8 */
  readonly similarity?: number;
  /** What documents are compared by. @default { unit: "words", size: 3 } */
  readonly shingle?: Shingle;
  /** Of the permutations that propose pairs. @default 0 */
  readonly seed?: number;
  /** Whether an exact join adds what banding missed, where that takes no more than 2³⁰ steps. @default true */
  readonly complete?: boolean;
  /** Called with the share of the work that is done. @default none */
  readonly progress?: (share: number) => void;
}

/** What is known of a corpus without keeping a list of pairs. */
export interface Detection {
  readonly sets: ShingleSets;
  readonly firstCopyOf: Uint32Array;
  readonly candidates: DocumentPairs;
  readonly verified: DocumentPairs;
  readonly neighbours: Uint32Array;
  readonly kept: Uint8Array;
  readonly linked: DisjointSets;
  readonly clusters: Clusters;
  readonly banding: Banding;
  /** Whether no pair can have been missed. */
  readonly complete: boolean;
  /** The verified pairs that banding proposed. */
  readonly bandedPairs: number;
  /** Horvitz–Thompson: every pair that banding proposed weighed by one over its chance to be. */
  readonly estimatedPairs: number;
}

export const DEFAULT_SIMILARITY = 0.8;

/** See the README for what it was chosen by. */
export const DEFAULT_SHINGLE: Shingle = { unit: "words", size: 3 };

/** @throws {RangeError} when the border does not lie in the corpus */
function checkBetween(between: number | undefined, documents: number): void {
  if (between !== undefined && !(Number.isInteger(between) && between >= 0 && between <= documents)) {
    throw new RangeError(
      `Cannot compare two parts of a corpus: the border must be in 0…${documents}, current value is ${between}`,
    );
  }
}

/** Finds near-copies and hands each pair of different sets to `take`, in a memory that does not grow with the pairs. */
export function detectNearDuplicates(
  index: NgramIndex,
  options: NearDuplicateOptions & { readonly between?: number },
  take: (left: number, right: number, similarity: number, sets: ShingleSets) => void,
): Detection {
  const { similarity = DEFAULT_SIMILARITY, shingle = DEFAULT_SHINGLE, seed = 0, between } = options;
  const { complete = true, progress = () => {} } = options;
  const documents = documentCount(index.corpus);
  checkShingle(shingle);
  checkBetween(between, documents);
  const banding = bandingFor(similarity);
  const firstCopyOf = exactCopies(index.corpus);
  const sets = shingleSets(index, shingle, firstCopyOf);
  const people = population(sets, between);
  const candidates = new DocumentPairs(people);
  const verified = new DocumentPairs(people);
  const linked = new DisjointSets(sets.firstDocument.length);
  const keptSets = new Uint8Array(sets.firstDocument.length).fill(1);
  let banded = verified.within;
  let estimated = verified.within;
  let lastJaccard = 1;
  let chance = 1;
  const allFound = joinSets({
    sets,
    sides: people.sides,
    similarity,
    banding,
    seed,
    complete,
    progress,
    candidate: (left, right) => candidates.add(left, right),
    verified(left, right, jaccard, proposed) {
      const pairs = verified.add(left, right);
      if (proposed) {
        // Pairs that come together are often equally alike, and the chance costs more than the rest.
        if (jaccard !== lastJaccard) chance = collisionProbability(banding, jaccard);
        lastJaccard = jaccard;
        banded += pairs;
        estimated += pairs / chance;
      }
      linked.union(left, right);
      // `left` came earlier, and whether it stays is settled: all its own earlier pairs have been seen.
      if (keptSets[left] === 1) keptSets[right] = 0;
      take(left, right, jaccard, sets);
    },
  });
  const neighbours = Uint32Array.from({ length: documents }, (_, document) => verified.neighbours(document));
  const keeps = (document: number): boolean =>
    between === undefined
      ? sets.firstDocument[sets.setOf[document]] === document && keptSets[sets.setOf[document]] === 1
      : document < between || neighbours[document] === 0;
  progress(1);
  return {
    sets,
    firstCopyOf,
    candidates,
    verified,
    neighbours,
    kept: Uint8Array.from({ length: documents }, (_, document) => (keeps(document) ? 1 : 0)),
    linked,
    clusters: clusters(linked, sets.setOf, neighbours),
    banding,
    complete: allFound,
    bandedPairs: banded,
    estimatedPairs: estimated,
  };
}
