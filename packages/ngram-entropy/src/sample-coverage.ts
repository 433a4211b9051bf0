import { absenceProbabilities } from "./absence-probabilities.ts";
import { asSpectrum, type Counts, typesWithCount } from "./frequency-spectrum.ts";
import { singletonShare } from "./unseen-types.ts";

/** At which size the coverage is asked for. */
export interface SampleCoverageOptions {
  /**
   * The number of tokens, fewer or more than there are.
   * @default the number of tokens that there are
   */
  readonly size?: number;
}

/**
 * The share of the source, by use, whose types are in the sample: an estimate in 0…1. It says how far other numbers of the
 * sample can be trusted, and samples of equal coverage compare fairly.
 *
 * Source: Chao & Jost 2012, "Coverage-based rarefaction and extrapolation".
 *
 * @throws {RangeError} when there is nothing to count, a count is not a whole number, or the size not a positive one
 * @example
 * ```ts
 * import { sampleCoverage } from "@corpulse/ngram-entropy";
 *
 * sampleCoverage([4, 2, 3, 2, 4, 2, 1, 1]); // 0.9097744360902256
 * ```
 */
export function sampleCoverage(counts: Counts, { size }: SampleCoverageOptions = {}): number {
  const spectrum = asSpectrum(counts);
  const { counts: x, types, tokenTotal } = spectrum;
  const at = size ?? tokenTotal;
  if (!(Number.isInteger(at) && at > 0)) {
    throw new RangeError(`Cannot take a coverage: the size must be a positive whole number, current value is ${at}`);
  }
  if (at >= tokenTotal) {
    const decay = Math.log1p(-singletonShare(spectrum));
    return 1 - (typesWithCount(spectrum, 1) / tokenTotal) * Math.exp((at - tokenTotal + 1) * decay);
  }
  // C(N−x, m)/C(N−1, m): the other x − 1 occurrences are missed by m draws out of N − 1.
  const absent = absenceProbabilities(
    x.map((count) => count - 1),
    tokenTotal - 1,
    at,
  );
  return 1 - absent.reduce((sum, probability, index) => sum + (types[index] * x[index] * probability) / tokenTotal, 0);
}
