import { drawWithoutReplacement, seededRandom } from "@corpulse/measurement";
import { type DistanceName, rowDistance } from "./distances.ts";
import type { Geometry } from "./geometry.ts";
import { nearestByProducts } from "./nearest-by-products.ts";
import { byDotProducts } from "./planned-queries.ts";
import type { UsableRows } from "./usable-rows.ts";

/** For each query row its nearest other row and how far that is. */
export interface NearestNeighbours {
  readonly queries: Uint32Array;
  readonly nearest: Int32Array;
  readonly distances: Float64Array;
}

/** How neighbours are looked for. */
export interface NearestNeighboursOptions {
  readonly distance: DistanceName;
  /** How many rows look for their nearest; the number of rows for all. */
  readonly queryCount: number;
  readonly seed: number;
  readonly progress: (share: number) => void;
}

function nearestPairByPair(
  queries: Uint32Array,
  count: number,
  between: (left: number, right: number) => number,
  progress: (share: number) => void,
): Int32Array {
  const nearest = new Int32Array(queries.length);
  const every = Math.ceil(queries.length / 100);
  for (let index = 0; index < queries.length; index++) {
    let best = Infinity;
    for (let other = 0; other < count; other++) {
      if (other === queries[index]) continue;
      const distance = between(queries[index], other);
      if (distance < best) {
        best = distance;
        nearest[index] = other;
      }
    }
    if (index % every === 0) progress((index + 1) / queries.length);
  }
  return nearest;
}

/**
 * Finds the nearest other row of all rows, or of a seeded draw of them; the search itself is exact either way. Dot
 * products only choose the neighbour: its distance is then computed from the two rows, so that copies are at 0.
 */
export function nearestNeighbours(
  geometry: Geometry<UsableRows>,
  { distance, queryCount, seed, progress }: NearestNeighboursOptions,
): NearestNeighbours {
  const { rows } = geometry;
  const queries = drawWithoutReplacement(rows.count, queryCount, seededRandom(seed));
  const between = rowDistance(rows, distance);
  const offset = distance === "cosine" ? null : geometry.moments().mean;
  const nearest = byDotProducts(distance)
    ? nearestByProducts(rows, queries, { offset, progress })
    : nearestPairByPair(queries, rows.count, between, progress);
  return { queries, nearest, distances: Float64Array.from(queries, (query, index) => between(query, nearest[index])) };
}
