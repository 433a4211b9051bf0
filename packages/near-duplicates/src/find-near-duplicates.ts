import type { NgramIndex } from "@corpulse/tokens";
import type { Banding } from "./banding-for.ts";
import type { Clusters } from "./clusters.ts";
import { detectNearDuplicates, type NearDuplicateOptions } from "./detect-near-duplicates.ts";

/** How near-copies are looked for, and among which documents. */
export interface FindNearDuplicatesOptions extends NearDuplicateOptions {
  /** Only pairs of a document before this one and a document from it on count. @default none: all pairs count */
  readonly between?: number;
}

/** Pairs of different shingle sets, each named by its first document; a pair stands for all documents that share the sets. */
export interface SimilarPairs {
  readonly left: Uint32Array;
  readonly right: Uint32Array;
  /** The exact Jaccard similarity. */
  readonly similarity: Float64Array;
}

/** The near-copies of a corpus, in columns. */
export interface NearDuplicates {
  /** For each document the first one with the same text, which may be itself. */
  readonly firstCopyOf: Uint32Array;
  /** For each document the first one with the same shingles, which may be itself: `pairs` names only these. */
  readonly representativeOf: Uint32Array;
  readonly pairs: SimilarPairs;
  /** The pairs of documents that are near-copies, those with the same shingles included. */
  readonly verifiedPairs: number;
  /** Those of them that banding proposes: all but a few, and all when they were found by it. */
  readonly bandedPairs: number;
  /** The Horvitz–Thompson estimate of the pairs there are: each that banding proposes weighed by one over its chance to be. */
  readonly estimatedPairs: number;
  /** For each document whether banding proposes it for any pair. */
  readonly candidate: Uint8Array;
  /** For each document the number of documents that it is a near-copy of. */
  readonly neighbours: Uint32Array;
  /** For each document whether it stays when, in order, each one that is like an earlier kept one goes. */
  readonly kept: Uint8Array;
  readonly clusters: Clusters;
  readonly banding: Banding;
  /** Whether no pair can have been missed. */
  readonly complete: boolean;
}

/**
 * Finds the exact copies and near-copies of a corpus, by an exact join where that is affordable and otherwise by MinHash
 * banding, with a recall of at least 0.99 at the threshold. Each pair is verified by the exact Jaccard similarity of its
 * shingle sets. Documents with equal shingles are compared once, whatever their number.
 *
 * Source: Bayardo, Ma and Srikant 2007 (exact join); Broder 1997 (MinHash); Leskovec, Rajaraman and Ullman, Mining of
 * Massive Datasets, §3.4 (banding).
 *
 * @throws {RangeError} when an option lies outside its range
 * @example
 * ```ts
 * import { findNearDuplicates } from "@corpulse/near-duplicates";
 * import { ngramIndex, tokenCorpus } from "@corpulse/tokens";
 *
 * const index = ngramIndex(tokenCorpus(["a b c d e f g", "a b c d e f g h", "something else altogether"]));
 * findNearDuplicates(index).pairs; // { left: [0], right: [1], similarity: [0.8333…] }
 * ```
 */
export function findNearDuplicates(index: NgramIndex, options: FindNearDuplicatesOptions = {}): NearDuplicates {
  let left = new Uint32Array(1 << 10);
  let right = new Uint32Array(1 << 10);
  let similarity = new Float64Array(1 << 10);
  let length = 0;
  const found = detectNearDuplicates(index, options, (one, other, jaccard) => {
    if (length === left.length) {
      left = grown(left, new Uint32Array(length * 2));
      right = grown(right, new Uint32Array(length * 2));
      similarity = grown(similarity, new Float64Array(length * 2));
    }
    left[length] = Math.min(one, other);
    right[length] = Math.max(one, other);
    similarity[length++] = jaccard;
  });
  const { firstDocument, setOf } = found.sets;
  return {
    firstCopyOf: found.firstCopyOf,
    representativeOf: setOf.map((set) => firstDocument[set]),
    pairs: {
      left: left.slice(0, length).map((set) => firstDocument[set]),
      right: right.slice(0, length).map((set) => firstDocument[set]),
      similarity: similarity.slice(0, length),
    },
    verifiedPairs: found.verified.total,
    bandedPairs: found.bandedPairs,
    estimatedPairs: found.estimatedPairs,
    candidate: found.candidate,
    neighbours: found.neighbours,
    kept: found.kept,
    clusters: found.clusters,
    banding: found.banding,
    complete: found.complete,
  };
}

function grown<T extends Uint32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
