import { asSpectrum, type Counts } from "./frequency-spectrum.ts";
import { singletonShare, unseenTypes } from "./unseen-types.ts";

/**
 * How many types the corpus is expected to hold once it has grown to `size` tokens of the same source. Trust it to about
 * twice the present size.
 *
 * Source: Colwell et al. 2012; Chao et al. 2014: S + f₀(1 − A^(size−N)).
 *
 * @throws {RangeError} when there is nothing to count, a count is not a whole number, or the size is below the present one
 * @example
 * ```ts
 * import { extrapolatedTypes } from "@corpulse/ngram-entropy";
 *
 * extrapolatedTypes([4, 2, 3, 2, 4, 2, 1, 1], 38); // 8.597816132910896
 * ```
 */
export function extrapolatedTypes(counts: Counts, size: number): number {
  const spectrum = asSpectrum(counts);
  const { tokenTotal, typeTotal } = spectrum;
  if (!(size >= tokenTotal)) {
    throw new RangeError(`Cannot extrapolate types: the size must be at least ${tokenTotal}, current value is ${size}`);
  }
  const unseen = unseenTypes(spectrum);
  if (unseen === 0) return typeTotal;
  return typeTotal - unseen * Math.expm1((size - tokenTotal) * Math.log1p(-singletonShare(spectrum)));
}
