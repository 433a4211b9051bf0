import { asSpectrum, type Counts, typesWithCount } from "./frequency-spectrum.ts";

/**
 * By how many per cent the vocabulary grows when the corpus grows by one per cent, at its present size: f₁/S. Between 0
 * (closed vocabulary) and 1 (every token is new). It is the slope of the rarefaction curve on logarithmic axes: no
 * random order, no regression.
 *
 * Source: Heaps 1978, "Information retrieval"; the slope follows from Good 1953.
 *
 * @throws {RangeError} when there is nothing to count, or a count is not a whole number
 * @example
 * ```ts
 * import { heapsBeta } from "@corpulse/ngram-entropy";
 *
 * heapsBeta([1, 2, 3, 1]); // 0.5
 * ```
 */
export function heapsBeta(counts: Counts): number {
  const spectrum = asSpectrum(counts);
  return typesWithCount(spectrum, 1) / spectrum.typeTotal;
}
