import { asSpectrum, type Counts, typesWithCount } from "./frequency-spectrum.ts";
import { unseenTypes } from "./unseen-types.ts";

/** Chao1's estimate with its error. */
export interface Chao1 {
  /** The number of types that the source holds at least. */
  readonly estimate: number;
  /** `null` when no type was seen once, so that nothing hints at unseen ones. */
  readonly standardError: number | null;
  /** The log-normal 95 % interval; `null` like the standard error. */
  readonly interval: readonly [low: number, high: number] | null;
}

/** The normal quantile of a two-sided 95 % interval. */
const Z = 1.959963984540054;

/** Chao 1987, and for f₂ = 0 its bias-corrected form; k = (N−1)/N. */
function variance(estimate: number, once: number, twice: number, k: number): number {
  if (twice > 0) {
    const r = once / twice;
    return twice * ((k * r * r) / 2 + k * k * r * r * r + (k * k * r * r * r * r) / 4);
  }
  const odd = k * once * (2 * once - 1);
  const square = k * once * once;
  return (k * once * (once - 1)) / 2 + (odd * odd) / (4 * once) - (square * square) / (4 * estimate);
}

/**
 * A lower bound on the number of types of the source, those not seen included: S + ((N−1)/N)·f₁²/(2f₂). For words it keeps
 * growing with the corpus: natural vocabularies have no end.
 *
 * Source: Chao 1984; error and interval: Chao 1987, "Estimating the population size for capture–recapture data".
 *
 * @throws {RangeError} when there is nothing to count, or a count is not a whole number
 * @example
 * ```ts
 * import { chao1 } from "@corpulse/ngram-entropy";
 *
 * chao1([4, 2, 3, 2, 4, 2, 1, 1]).estimate; // 8.631578947368421
 * ```
 */
export function chao1(counts: Counts): Chao1 {
  const spectrum = asSpectrum(counts);
  const { tokenTotal, typeTotal } = spectrum;
  const unseen = unseenTypes(spectrum);
  const estimate = typeTotal + unseen;
  if (unseen === 0) return { estimate, standardError: null, interval: null };
  const once = typesWithCount(spectrum, 1);
  const spread = variance(estimate, once, typesWithCount(spectrum, 2), (tokenTotal - 1) / tokenTotal);
  const factor = Math.exp(Z * Math.sqrt(Math.log1p(spread / (unseen * unseen))));
  return {
    estimate,
    standardError: Math.sqrt(spread),
    interval: [typeTotal + unseen / factor, typeTotal + unseen * factor],
  };
}
