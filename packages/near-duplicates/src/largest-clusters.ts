import type { Detection } from "./detect-near-duplicates.ts";
import { SharedShingles } from "./shared-shingles.ts";

/** A group of near-copies, as evidence. */
export interface NearDuplicateCluster {
  readonly size: number;
  /** The documents that are like the representative directly, itself included. */
  readonly star: number;
  /** The document with the most near-copies. */
  readonly representative: number;
  /** At most 20 members: the representative, then of those that are like it directly the least alike, then the first others. */
  readonly documents: readonly number[];
  /** The Jaccard similarity of the first two of `documents`. */
  readonly similarity: number;
}

/** The most groups, and the most documents of a group, that are named. */
export const NAMED = 20;

function leastAlike(
  { sets: { setOf }, firstCopyOf }: Detection,
  shared: SharedShingles,
  representative: number,
  others: readonly number[],
  threshold: number,
): { document: number; similarity: number } {
  const first = new Uint32Array(others.length).fill(representative);
  const similarities = new Float64Array(others.length);
  shared.measure({ first, second: Uint32Array.from(others), setOf }, threshold, similarities);
  let document = -1;
  let similarity = 2;
  for (const [at, other] of others.entries()) {
    const alike = setOf[other] === setOf[representative] ? 1 : similarities[at];
    if (alike < 0) continue;
    // Of texts with the same shingles one that is no copy says more.
    const copies = similarity === alike && firstCopyOf[document] === firstCopyOf[representative];
    if (alike < similarity || (copies && firstCopyOf[other] !== firstCopyOf[representative])) {
      document = other;
      similarity = alike;
    }
  }
  return { document, similarity };
}

/** The largest groups of near-copies, each with the members that show best what it is. */
export function largestClusters(found: Detection, threshold: number): readonly NearDuplicateCluster[] {
  const { size, star, representative, clusterOf } = found.clusters;
  const members: number[][] = Array.from({ length: Math.min(NAMED, size.length) }, () => []);
  clusterOf.forEach((cluster, document) => members[cluster]?.push(document));
  const shared = new SharedShingles(found.sets);
  return members.map((all, cluster) => {
    const first = representative[cluster];
    const others = all.filter((document) => document !== first);
    const second = leastAlike(found, shared, first, others, threshold);
    const documents = [first, second.document, ...others.filter((document) => document !== second.document)];
    return {
      size: size[cluster],
      star: star[cluster],
      representative: first,
      documents: documents.slice(0, NAMED),
      similarity: second.similarity,
    };
  });
}
