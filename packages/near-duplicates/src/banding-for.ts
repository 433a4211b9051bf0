/** How signatures are cut into bands, and how surely a pair of a given similarity then meets in one of them. */
export interface Banding {
  readonly bands: number;
  readonly rows: number;
  /** The chance that a pair at the threshold is found; pairs above it are found more surely. */
  readonly expectedRecall: number;
}

export const DEFAULT_SIMILARITY = 0.8;

/** The recall at the threshold that every banding reaches. */
const RECALL = 0.99;

/** The longest signature. */
const HASHES = 128;

/** The lowest threshold: below it, two texts of one language are near-copies by chance. */
const LOWEST = 0.1;

/** s^r by multiplication: the same bits on every machine. */
function power(base: number, exponent: number): number {
  let product = 1;
  for (let factor = 0; factor < exponent; factor++) product *= base;
  return product;
}

/**
 * The chance that a pair of the given Jaccard similarity is found by a banding: 1 − (1 − s^rows)^bands.
 *
 * Source: Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, §3.4.
 *
 * @example
 * ```ts
 * import { bandingFor, collisionProbability } from "@corpulse/near-duplicates";
 *
 * collisionProbability(bandingFor(0.8), 0.5).toFixed(2); // "0.28": every pair that is found is checked, so it does no harm
 * ```
 */
export function collisionProbability({ bands, rows }: Pick<Banding, "bands" | "rows">, similarity: number): number {
  return 1 - power(1 - power(similarity, rows), bands);
}

/**
 * The steepest banding of at most 128 hashes that finds a pair at the threshold with a chance of at least 0.99. Banding
 * after datasketch's optimum would miss 60 % of the pairs at 0.8; checked pairs make the candidates that a high recall
 * costs harmless.
 *
 * @throws {RangeError} when the similarity is not in 0.1…1
 * @example
 * ```ts
 * import { bandingFor } from "@corpulse/near-duplicates";
 *
 * bandingFor(0.8); // { bands: 21, rows: 6, expectedRecall: 0.998… }
 * ```
 */
export function bandingFor(similarity: number): Banding {
  if (!(similarity >= LOWEST && similarity <= 1)) {
    throw new RangeError(
      `Cannot band signatures: the similarity must be in ${LOWEST}…1, current value is ${similarity}`,
    );
  }
  for (let rows = HASHES; ; rows--) {
    const bands = Math.floor(HASHES / rows);
    const expectedRecall = collisionProbability({ bands, rows }, similarity);
    if (expectedRecall >= RECALL) return { bands, rows, expectedRecall };
  }
}
