import { type Measurement, seededRandom } from "@corpulse/measurement";
import { centredCosineDistance } from "./centred-cosine-distance.ts";
import { checkedDistance, type DistanceName, needsDirection, refusal, rowDistance } from "./distances.ts";
import { type Geometry, geometry } from "./geometry.ts";
import { checkedBudget, DEFAULT_BUDGET, PAIR_BY_PAIR_COST } from "./planned-queries.ts";
import { mean, sampledMeanInterval } from "./sampled-mean.ts";
import { required, spreadMeasurement } from "./spread-measurement.ts";
import { type UsableRows, usableRows } from "./usable-rows.ts";
import { checkedVectors, type VectorInput, type Vectors, type VectorsName } from "./vectors.ts";

/** How the mean pairwise distance is measured. */
export interface MeanPairwiseDistanceOptions {
  /** @default "cosine" */
  readonly distance?: DistanceName;
  /**
   * How many multiply–adds a distance without a closed form may cost; beyond it pairs are sampled and the value gets an
   * interval. Cosine and squared Euclidean distance have closed forms.
   *
   * @default 1e10
   */
  readonly pairBudget?: number;
  /** @default 0 */
  readonly seed?: number;
}

/** More pairs would not narrow the interval by anything that matters: it is 0.5 % of a standard deviation wide. */
const MOST_SAMPLED_PAIRS = 2 ** 17;
const FEWEST_SAMPLED_PAIRS = 32;

type ClosedForm = "cosine" | "squaredEuclidean";

function hasClosedForm(distance: DistanceName): distance is ClosedForm {
  return distance === "cosine" || distance === "squaredEuclidean";
}

/** 0 for all pairs, otherwise how many are drawn. */
function plannedPairs({ count, dimensions }: UsableRows, budget: number): number {
  const pair = dimensions * PAIR_BY_PAIR_COST;
  if (((count * count) / 2) * pair <= budget) return 0;
  return Math.min(MOST_SAMPLED_PAIRS, Math.max(FEWEST_SAMPLED_PAIRS, Math.floor(budget / pair)));
}

function meanOfAllPairs(count: number, between: (left: number, right: number) => number): number {
  let total = 0;
  for (let left = 0; left < count; left++) {
    let sum = 0;
    for (let right = left + 1; right < count; right++) sum += between(left, right);
    total += sum;
  }
  return total / ((count * (count - 1)) / 2);
}

function samplePairs(
  count: number,
  between: (left: number, right: number) => number,
  pairs: number,
  seed: number,
): Float64Array {
  const random = seededRandom(seed);
  return Float64Array.from({ length: pairs }, () => {
    const left = Math.floor(random() * count);
    const right = Math.floor(random() * (count - 1));
    return between(left, right < left ? right : right + 1);
  });
}

/** The mean distance of all pairs of prepared rows, from their moments; for cosine distance, of unit rows with their directions. */
export function meanOfMoments(vectors: VectorsName, { rows, moments }: Geometry, distance: ClosedForm): Measurement {
  const settings = { distance, pairs: "all" };
  return spreadMeasurement("mean_pairwise_distance", { vectors, rows, settings }, () => {
    // Σᵢ‖xᵢ − x̄‖² is half the sum over ordered pairs of ‖xᵢ − xⱼ‖², divided by n; for unit rows ‖xᵢ − xⱼ‖² = 2(1 − cos).
    const { totalVariance, directions } = moments();
    const cosine = (totalVariance * rows.count) / (rows.count - 1);
    if (directions === null) return { value: 2 * cosine };
    return { value: cosine, parts: { centred: centredCosineDistance(directions) } };
  });
}

/** The mean pairwise distance of prepared rows; for cosine distance, of unit rows with their directions. */
export function meanPairwiseDistanceOf(
  vectors: Vectors,
  prepared: Geometry<UsableRows>,
  { distance, pairBudget, seed }: Required<MeanPairwiseDistanceOptions>,
): Measurement {
  if (hasClosedForm(distance)) return meanOfMoments(vectors, prepared, distance);
  const { rows } = prepared;
  const pairs = plannedPairs(rows, pairBudget);
  const settings = pairs > 0 ? { distance, pairs, seed } : { distance, pairs: "all" };
  return spreadMeasurement("mean_pairwise_distance", { vectors, rows, settings }, () => {
    const reason = refusal(rows, distance);
    if (reason !== undefined) return { reason };
    const between = rowDistance(rows, distance);
    if (pairs === 0) return { value: meanOfAllPairs(rows.count, between) };
    const sample = samplePairs(rows.count, between, pairs, seed);
    const interval = sampledMeanInterval(sample, {
      population: Infinity,
      method: `distances of ${pairs} sampled pairs`,
    });
    return { value: mean(sample), interval, parts: { pairs } };
  });
}

/**
 * Measures how far apart two documents are on average, a document with itself left out: for cosine distance from 0 (all
 * alike) over 1 (unrelated) to 2. Higher is more diverse, but it hardly moves when a corpus collapses: do not trust it
 * alone. Part `centred` removes the mean vector and scales to length 1 again: what is left when the direction that all
 * documents share is gone.
 *
 * Source: Cox et al. 2021 (remote clique), in closed form 1 − (‖Σx‖² − n)/(n(n − 1)).
 *
 * @throws {TypeError} when a value is not finite
 * @throws {RangeError} when rows differ in length, the distance is not offered or not defined for them, or there are
 * fewer than 2 usable vectors
 * @example
 * ```ts
 * import { meanPairwiseDistance } from "@corpulse/embedding-spread";
 *
 * meanPairwiseDistance([[1, 0], [1, 0], [0, 1]]).value?.toFixed(4); // "0.6667"
 * ```
 */
export function meanPairwiseDistance(
  input: VectorInput,
  { distance = "cosine", pairBudget = DEFAULT_BUDGET, seed = 0 }: MeanPairwiseDistanceOptions = {},
): Measurement {
  const vectors = checkedVectors(input);
  const name = checkedDistance(distance);
  const rows = usableRows(vectors, { unit: name === "cosine", leaveOutZeros: needsDirection(name) });
  const options = { distance: name, pairBudget: checkedBudget(pairBudget), seed };
  return required(meanPairwiseDistanceOf(vectors, geometry(rows, { directions: name === "cosine" }), options));
}
