import type { Measurement } from "@corpulse/measurement";
import { checkedDistance, type DistanceName, needsDirection } from "./distances.ts";
import { geometry } from "./geometry.ts";
import { type IsolatedDocument, isolatedDocuments } from "./isolated-documents.ts";
import { meanNearestDistanceOf } from "./mean-nearest-distance.ts";
import { meanPairwiseDistanceOf } from "./mean-pairwise-distance.ts";
import { checkedBudget, DEFAULT_BUDGET } from "./planned-queries.ts";
import { participationRatioOf } from "./participation-ratio.ts";
import { radiusOf } from "./radius.ts";
import { checkedIds, needProducts, SPREAD_IDS, type SpreadId } from "./spread-ids.ts";
import { usableRows } from "./usable-rows.ts";
import { checkedVectors, type VectorInput } from "./vectors.ts";
import { vendiScoreOf } from "./vendi-score.ts";

/** How the spread of a corpus is measured. */
export interface EmbeddingSpreadOptions {
  /**
   * Which measurements to make. The others cost nothing, and what several are derived from (moments, the matrix of the
   * directions) is computed once for all that are asked for.
   *
   * @default all of the family
   */
  readonly only?: readonly SpreadId[];
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
  /**
   * Up to ten, the most isolated first; only sampled documents when the nearest distance is sampled, none when it is not asked
   * for.
   */
  readonly isolated: readonly IsolatedDocument[];
}

/**
 * Measures how far apart the vectors of a corpus lie: all measurements of the family `embedding-spread` in the registry's
 * order. Zero vectors (documents without tokens) have no direction: they are left out for cosine and counted in part
 * `zero_vectors`. With fewer than 2 usable vectors the values are not measurable, and say so.
 *
 * @throws {TypeError} when a value is not finite, naming its row and column
 * @throws {RangeError} when rows differ in length, or the distance or a measurement is not offered
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
  {
    only = SPREAD_IDS,
    distance = "cosine",
    neighbourBudget = DEFAULT_BUDGET,
    seed = 0,
    progress = () => {},
  }: EmbeddingSpreadOptions = {},
): EmbeddingSpreadResult {
  const wanted = checkedIds(only, SPREAD_IDS);
  const vectors = checkedVectors(input);
  const name = checkedDistance(distance);
  const budget = checkedBudget(neighbourBudget);
  const unit = name === "cosine";
  const directions = geometry(usableRows(vectors, { unit: true, leaveOutZeros: true }), {
    directions: unit && wanted.has("mean_pairwise_distance"),
    products: needProducts(wanted),
    progress: (share) => progress(0.2 * share),
  });
  const positions = unit
    ? directions
    : geometry(usableRows(vectors, { unit: false, leaveOutZeros: needsDirection(name) }), {
        products: wanted.has("participation_ratio"),
      });
  let isolated: readonly IsolatedDocument[] = [];
  const measure: Readonly<Record<SpreadId, () => Measurement>> = {
    mean_pairwise_distance: () =>
      meanPairwiseDistanceOf(vectors, positions, { distance: name, pairBudget: budget, seed }),
    mean_nearest_distance() {
      const { measurement, neighbours } = meanNearestDistanceOf(vectors, positions, {
        distance: name,
        neighbourBudget: budget,
        seed,
        progress: (share) => progress(0.2 + 0.8 * share),
      });
      if (neighbours !== null) isolated = isolatedDocuments(positions.rows, neighbours);
      return measurement;
    },
    vendi_1: () => vendiScoreOf(vectors, directions, 1),
    vendi_2: () => vendiScoreOf(vectors, directions, 2),
    participation_ratio: () => participationRatioOf(vectors, positions, unit),
    radius: () => radiusOf(vectors, positions, unit),
  };
  const ids = SPREAD_IDS.filter((id) => wanted.has(id));
  // The nearest documents are looked for last: that takes longest, and progress is to rise.
  const others = new Map<SpreadId, Measurement>(
    ids.filter((id) => id !== "mean_nearest_distance").map((id) => [id, measure[id]()]),
  );
  const measurements = ids.map((id) => others.get(id) ?? measure[id]());
  progress(1);
  return { measurements, isolated };
}
