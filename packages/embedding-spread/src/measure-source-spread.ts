import type { Measurement } from "@corpulse/measurement";
import { chosenRows } from "./chosen-rows.ts";
import { geometry } from "./geometry.ts";
import { meanOfMoments } from "./mean-pairwise-distance.ts";
import { participationRatioOf } from "./participation-ratio.ts";
import { radiusOf } from "./radius.ts";
import { checkedIds, needProducts, SPREAD_IDS, type SpreadId } from "./spread-ids.ts";
import { sourceRows, type VectorSource } from "./vector-source.ts";
import { vendiScoreOf } from "./vendi-score.ts";

/** A measurement that can be made of vectors that pass one after the other: any but the distance to the nearest of all. */
export type SourceSpreadId = Exclude<SpreadId, "mean_nearest_distance">;

const SOURCE_SPREAD_IDS: readonly SourceSpreadId[] = SPREAD_IDS.filter((id) => id !== "mean_nearest_distance");

/** How the spread of vectors that are read is measured. */
export interface SourceSpreadOptions {
  /**
   * Which measurements to make; the others cost nothing.
   *
   * @default all but `mean_nearest_distance`, for which vectors must lie in memory
   */
  readonly only?: readonly SourceSpreadId[];
  /** Called with the share that is done. */
  readonly progress?: (share: number) => void;
}

/**
 * Measures the spread by cosine of vectors that are read piece by piece, twice, straight to where they are worked on: memory does
 * not grow with them but for 12 bytes each, and a file takes less time than when it is loaded first. Each record is the same to
 * the last bit as that of `measureEmbeddingSpread` for the same vectors in one `Float32Array`. The distance to the nearest
 * document needs all vectors at hand, and is not on offer.
 *
 * @throws {TypeError} when a value is not finite, naming its row and column, or was not written
 * @throws {RangeError} when the number of vectors or of dimensions is no whole number, or a measurement is not offered
 * @example
 * ```ts
 * import { measureSourceSpread } from "@corpulse/embedding-spread";
 *
 * const file = Float32Array.of(1, 0, 1, 0, 0, 1);
 * const read = (from: number, target: Float32Array): void => target.set(file.subarray(2 * from, 2 * from + target.length));
 * const [record] = measureSourceSpread({ count: 3, dimensions: 2, name: "mine", read }, { only: ["vendi_2"] });
 * record.value?.toFixed(4); // "1.8000"
 * ```
 */
export function measureSourceSpread(
  source: VectorSource,
  { only = SOURCE_SPREAD_IDS, progress = () => {} }: SourceSpreadOptions = {},
): readonly Measurement[] {
  const wanted = checkedIds(only, SOURCE_SPREAD_IDS);
  const rows = chosenRows(sourceRows(source), { unit: true, leaveOutZeros: true });
  const prepared = geometry(rows, {
    directions: wanted.has("mean_pairwise_distance"),
    products: needProducts(wanted),
    progress,
  });
  const measure: Readonly<Record<SourceSpreadId, () => Measurement>> = {
    mean_pairwise_distance: () => meanOfMoments(source, prepared, "cosine"),
    vendi_1: () => vendiScoreOf(source, prepared, 1),
    vendi_2: () => vendiScoreOf(source, prepared, 2),
    participation_ratio: () => participationRatioOf(source, prepared, true),
    radius: () => radiusOf(source, prepared, true),
  };
  const measurements = SOURCE_SPREAD_IDS.filter((id) => wanted.has(id)).map((id) => measure[id]());
  progress(1);
  return measurements;
}
