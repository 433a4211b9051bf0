import type { Measurement } from "@corpulse/measurement";
import type { NgramIndex } from "@corpulse/tokens";
import { DEFAULT_SIMILARITY } from "./banding-for.ts";
import { type Detection, detectNearDuplicates, type NearDuplicateOptions } from "./detect-near-duplicates.ts";
import { largestClusters, type NearDuplicateCluster } from "./largest-clusters.ts";
import { type ExactGroup, largestExactGroups } from "./largest-exact-groups.ts";
import { nearDuplicateRecords } from "./near-duplicate-records.ts";
import { mostThereIs } from "./recall-interval.ts";

/** The measurements of the family, and the documents behind them. */
export interface NearDuplicatesResult {
  readonly measurements: readonly Measurement[];
  /** The 20 largest groups of near-copies, the largest first. */
  readonly clusters: readonly NearDuplicateCluster[];
  /** The 20 largest groups of exact copies, the largest first. */
  readonly exactGroups: readonly ExactGroup[];
}

/**
 * What the largest group may come to when missed pairs join groups: with m joins missed at most the m + 1 largest together,
 * where a document without a near-copy is a group of one.
 */
function largestPossible({ clusters: { size }, neighbours }: Detection, missedJoins: number): number {
  const joined = size.subarray(0, missedJoins + 1);
  const documents = joined.reduce((sum, one) => sum + one, 0) + missedJoins + 1 - joined.length;
  return missedJoins === 0 ? (size[0] ?? 0) : Math.min(neighbours.length, documents);
}

/** The documents whose shingles some other document has too: these near-copies cannot be missed. */
function sharingDocuments({ sets: { setOf, firstDocument } }: Detection): number {
  const copies = new Uint32Array(firstDocument.length);
  setOf.forEach((set) => copies[set]++);
  return copies.reduce((sum, one) => sum + (one > 1 ? one : 0), 0);
}

const countPositive = (values: Uint8Array | Uint32Array): number => {
  let positive = 0;
  values.forEach((value: number) => {
    if (value > 0) positive++;
  });
  return positive;
};

/**
 * Measures how many documents are copies or near-copies of others: exact copies, what banding alone would claim, documents
 * with a near-copy, documents that could go, pairs, and the largest group. Fractions lie in 0…1 and lower is more diverse.
 * Each pair is verified by the exact Jaccard similarity of shingle sets, so values can only be too low, and the interval
 * says by how much. The documents of the largest groups come along.
 *
 * Source: Broder 1997; Lee et al., Deduplicating training data makes language models better, 2022.
 *
 * @throws {RangeError} when an option lies outside its range
 * @example
 * ```ts
 * import { measureNearDuplicates } from "@corpulse/near-duplicates";
 * import { ngramIndex, tokenCorpus } from "@corpulse/tokens";
 *
 * const { measurements } = measureNearDuplicates(ngramIndex(tokenCorpus(["hello", "hello", "good bye"])));
 * measurements[0].value; // 0.333…, the exact copies
 * ```
 */
export function measureNearDuplicates(index: NgramIndex, options: NearDuplicateOptions = {}): NearDuplicatesResult {
  const { similarity = DEFAULT_SIMILARITY } = options;
  const found = detectNearDuplicates(index, options);
  const { verified, neighbours, clusters, linked, passedOver } = found;
  const documents = neighbours.length;
  const records = nearDuplicateRecords(found, options, {
    tokenizer: index.corpus.tokenizer,
    scope: {},
    reason: (id) =>
      `it needs at least ${id === "near_duplicate_pair_rate" ? "2 documents" : "1 document"}, there are ${documents}`,
  });
  const exact = found.firstCopyOf.reduce((sum, first, document) => sum + (first === document ? 0 : 1), 0);
  const candidate = countPositive(found.candidate);
  const affected = countPositive(neighbours);
  const sharing = documents - found.sets.firstDocument.length;
  const removable = sharing + linked.joined;
  const components = { found: removable, certain: sharing, passedOver: passedOver.joins };
  const pairs = (documents * (documents - 1)) / 2;
  const pairParts = {
    pairs,
    verified_pairs: verified.total,
    compared_pairs: found.comparedPairs,
    banded_pairs: found.bandedPairs,
  };
  const measurements = [
    records.copies(exact, documents),
    records.plain({
      id: "near_duplicate_candidate_rate",
      found: candidate,
      whole: documents,
      parts: { documents, candidates: candidate, ...pairParts },
    }),
    records.verified({
      id: "near_duplicate_affected_rate",
      found: affected,
      certain: sharingDocuments(found),
      passedOver: passedOver.documents,
      whole: documents,
      parts: { documents, affected },
    }),
    records.verified({
      id: "near_duplicate_removable_rate",
      ...components,
      whole: documents,
      parts: { documents, removable, greedy_removable: documents - countPositive(found.kept) },
    }),
    records.verified({
      id: "near_duplicate_pair_rate",
      found: verified.total,
      certain: verified.within,
      passedOver: passedOver.pairs,
      whole: Math.max(0, pairs),
      parts: { documents, ...pairParts, estimated_pairs: found.estimatedPairs },
    }),
    records.group(
      "near_duplicate_largest_cluster",
      clusters.size[0] ?? 0,
      largestPossible(found, mostThereIs(components, found) - removable),
      { documents, clusters: clusters.size.length, star: clusters.star[0] ?? 0 },
    ),
  ];
  return {
    measurements,
    clusters: largestClusters(found, similarity),
    exactGroups: largestExactGroups(found.firstCopyOf),
  };
}
