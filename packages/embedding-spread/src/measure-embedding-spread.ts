import type { Measurement } from "@corpulse/measurement";
import { checkedDistance, type DistanceName, needsDirection } from "./distances.ts";
import { geometry } from "./geometry.ts";
import { type IsolatedDocument, isolatedDocuments } from "./isolated-documents.ts";
import { meanNearestDistanceOf } from "./mean-nearest-distance.ts";
import { meanPairwiseDistanceOf } from "./mean-pairwise-distance.ts";
import { checkedBudget, DEFAULT_BUDGET } from "./planned-queries.ts";
import { participationRatioOf } from "./participation-ratio.ts";
import { radiusOf } from "./radius.ts";
import { usableRows } from "./usable-rows.ts";
import { checkedVectors, type VectorInput } from "./vectors.ts";
import { vendiScoreOf } from "./vendi-score.ts";

/** How the spread of a corpus is measured. */
export interface EmbeddingSpreadOptions {
  /**
   * The distance of two documents. For all but cosine, distances, directions in use and radius are taken on the vectors as
   * given; the Vendi scores always compare by cosine.
   *
   * @default "cosine"
   */
  readonly distance?: DistanceName;
  /**
   * How many multiply–adds the search for nearest documents may cost, and again the mean over pairs for a distance without
   * a closed form. Beyond it a seeded sample is drawn and the value gets an interval.
   *
   * @default 1e10, at most about half a second where there is SIMD
   */
  readonly neighbourBudget?: number;
  /** @default 0 */
  readonly seed?: number;
  /** Called with the share that is done. */
  readonly progress?: (share: number) => void;
}

/** The measurements of the family, and the documents that lie farthest from all others. */
export interface EmbeddingSpreadResult {
  readonly measurements: readonly Measurement[];
  /** Up to ten, the most isolated first; only sampled documents when the nearest distance is sampled. */
  readonly isolated: readonly IsolatedDocument[];
}

/**
 * Measures how far apart the vectors of a corpus lie: all measurements of the family `embedding-spread` in the registry's
 * order. Zero vectors (documents without tokens) have no direction: they are left out for cosine and counted in part
 * `zero_vectors`. With fewer than 2 usable vectors the values are not measurable, and say so.
 *
 * @throws {TypeError} when a value is not finite, naming its row and column
 * @throws {RangeError} when rows differ in length, or the distance is not offered
 * @example
 * ```ts
 * import { measureEmbeddingSpread } from "@corpulse/embedding-spread";
 *
 * const { measurements } = measureEmbeddingSpread([[1, 0], [1, 0], [0, 1]]);
 * measurements.map(({ id }) => id)[0]; // "mean_pairwise_distance"
 * ```
 */
export function measureEmbeddingSpread(
  input: VectorInput,
  { distance = "cosine", neighbourBudget = DEFAULT_BUDGET, seed = 0, progress = () => {} }: EmbeddingSpreadOptions = {},
): EmbeddingSpreadResult {
  const vectors = checkedVectors(input);
  const name = checkedDistance(distance);
  const budget = checkedBudget(neighbourBudget);
  const unit = name === "cosine";
  const inMatrix = (share: number): void => progress(0.7 + 0.2 * share);
  const directions = geometry(usableRows(vectors, { unit: true, leaveOutZeros: true }), inMatrix);
  const positions = unit
    ? directions
    : geometry(usableRows(vectors, { unit: false, leaveOutZeros: needsDirection(name) }));
  const { measurement: nearest, neighbours } = meanNearestDistanceOf(vectors, positions, {
    distance: name,
    neighbourBudget: budget,
    seed,
    progress: (share) => progress(0.7 * share),
  });
  const measurements = [
    meanPairwiseDistanceOf(vectors, positions, { distance: name, pairBudget: budget, seed }),
    nearest,
    vendiScoreOf(vectors, directions, 1),
    vendiScoreOf(vectors, directions, 2),
    participationRatioOf(vectors, positions, unit),
    radiusOf(vectors, positions, unit),
  ];
  progress(1);
  return { measurements, isolated: neighbours === null ? [] : isolatedDocuments(positions.rows, neighbours) };
}
