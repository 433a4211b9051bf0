import type { Measurement } from "@corpulse/measurement";
import { checkedDistance, type DistanceName, needsDirection, refusal } from "./distances.ts";
import { type Geometry, geometry } from "./geometry.ts";
import { nearestNeighbours, type NearestNeighbours } from "./nearest-neighbours.ts";
import { checkedBudget, DEFAULT_BUDGET, plannedQueries } from "./planned-queries.ts";
import { mean, sampledMeanInterval } from "./sampled-mean.ts";
import { required, spreadMeasurement } from "./spread-measurement.ts";
import { type UsableRows, usableRows } from "./usable-rows.ts";
import { checkedVectors, type VectorInput, type Vectors } from "./vectors.ts";

/** How the mean nearest distance is measured. */
export interface MeanNearestDistanceOptions {
  /** @default "cosine" */
  readonly distance?: DistanceName;
  /**
   * How many multiply–adds the search may cost. Within it every document looks for its nearest; beyond it a draw of
   * documents does, and the value gets an interval.
   *
   * @default 1e10, at most about half a second where there is SIMD
   */
  readonly neighbourBudget?: number;
  /** @default 0 */
  readonly seed?: number;
  /** Called with the share that is done. */
  readonly progress?: (share: number) => void;
}

/** The record, and the neighbours it is the mean of. */
export interface NearestFound {
  readonly measurement: Measurement;
  readonly neighbours: NearestNeighbours | null;
}

function median(values: Float64Array): number {
  const sorted = values.toSorted();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * How far the nearest other document of one that has nothing in common with any may be: as far as two documents are on
 * average (in the square), where that is known without looking at pairs, else the farthest that was seen.
 */
function unrelatedDistance({ moments, rows }: Geometry, distance: DistanceName, seen: Float64Array): number {
  const half = (moments().totalVariance * rows.count) / (rows.count - 1);
  if (distance === "cosine") return half;
  if (distance === "squaredEuclidean") return 2 * half;
  return distance === "euclidean" ? Math.sqrt(2 * half) : seen.reduce((most, one) => Math.max(most, one), 0);
}

/** The mean nearest distance of prepared rows. */
export function meanNearestDistanceOf(
  vectors: Vectors,
  prepared: Geometry<UsableRows>,
  { distance, neighbourBudget, seed, progress }: Required<MeanNearestDistanceOptions>,
): NearestFound {
  const { rows } = prepared;
  const queryCount = plannedQueries(rows, distance, neighbourBudget);
  const sampled = queryCount < rows.count;
  const settings = sampled ? { distance, queries: queryCount, seed } : { distance, queries: "all" };
  let neighbours: NearestNeighbours | null = null;
  const measurement = spreadMeasurement("mean_nearest_distance", { vectors, rows, settings }, () => {
    const reason = refusal(rows, distance);
    if (reason !== undefined) return { reason };
    neighbours = nearestNeighbours(prepared, { distance, queryCount, seed, progress });
    const { distances } = neighbours;
    const method = `exact nearest distances of ${queryCount} sampled documents`;
    return {
      value: mean(distances),
      interval: sampled
        ? sampledMeanInterval(distances, {
            population: rows.count,
            unrelated: unrelatedDistance(prepared, distance, distances),
            method,
          })
        : null,
      parts: { queries: queryCount, median: median(distances) },
    };
  });
  return { measurement, neighbours };
}

/**
 * Measures how far the nearest other document is, on average: 0 when every document has an exact copy; higher is more
 * diverse. It shrinks as a corpus grows, so only equal numbers of documents compare. Up to the budget it is exact;
 * beyond, it is the mean over a seeded draw of documents, each with its exact nearest among all, with a 95 % interval.
 *
 * Source: Cox et al. 2021 (Chamfer distance).
 *
 * @throws {TypeError} when a value is not finite
 * @throws {RangeError} when rows differ in length, the distance is not offered or not defined for them, or there are
 * fewer than 2 usable vectors
 * @example
 * ```ts
 * import { meanNearestDistance } from "@corpulse/embedding-spread";
 *
 * meanNearestDistance([[1, 0], [1, 0], [0, 1]]).value?.toFixed(4); // "0.3333": 0, 0 and 1
 * ```
 */
export function meanNearestDistance(
  input: VectorInput,
  {
    distance = "cosine",
    neighbourBudget = DEFAULT_BUDGET,
    seed = 0,
    progress = () => {},
  }: MeanNearestDistanceOptions = {},
): Measurement {
  const vectors = checkedVectors(input);
  const name = checkedDistance(distance);
  const rows = usableRows(vectors, { unit: name === "cosine", leaveOutZeros: needsDirection(name) });
  const options = { distance: name, neighbourBudget: checkedBudget(neighbourBudget), seed, progress };
  return required(meanNearestDistanceOf(vectors, geometry(rows), options).measurement);
}
