import type { DisjointSets } from "./disjoint-sets.ts";

/** Groups of documents that near-copies link together, the largest first, one entry of each column a group. */
export interface Clusters {
  /** The documents of the group. */
  readonly size: Uint32Array;
  /** The documents that are like the representative directly, itself included: below `size` when the group is a chain. */
  readonly star: Uint32Array;
  /** The document with the most neighbours, the earliest of several. */
  readonly representative: Uint32Array;
  /** For each document of the corpus its group, or −1. */
  readonly clusterOf: Int32Array;
}

/** The connected components of the documents that have a neighbour. */
export function clusters(linked: DisjointSets, setOf: Uint32Array, neighbours: Uint32Array): Clusters {
  const sizes = new Uint32Array(setOf.length);
  const best = new Int32Array(setOf.length).fill(-1);
  const rootOf = new Int32Array(setOf.length).fill(-1);
  const roots: number[] = [];
  setOf.forEach((set, document) => {
    if (neighbours[document] === 0) return;
    const root = linked.find(set);
    rootOf[document] = root;
    if (sizes[root]++ === 0) roots.push(root);
    if (best[root] < 0 || neighbours[document] > neighbours[best[root]]) best[root] = document;
  });
  // The sort is stable, and roots come in the order of their first documents.
  roots.sort((left, right) => sizes[right] - sizes[left]);
  const rank = new Int32Array(setOf.length);
  for (let cluster = 0; cluster < roots.length; cluster++) rank[roots[cluster]] = cluster;
  return {
    size: Uint32Array.from(roots, (root) => sizes[root]),
    star: Uint32Array.from(roots, (root) => neighbours[best[root]] + 1),
    representative: Uint32Array.from(roots, (root) => best[root]),
    clusterOf: rootOf.map((root) => (root < 0 ? root : rank[root])),
  };
}
