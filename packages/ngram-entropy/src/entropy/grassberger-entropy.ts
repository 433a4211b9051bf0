import { digamma } from "../digamma.ts";
import { asSpectrum, type Counts } from "../frequency-spectrum.ts";

/**
 * Grassberger's entropy estimate of 2003, in bits: ln N − (1/N) Σ x G(x), where G replaces the logarithm. Less biased
 * than Miller–Madow, more than Chao–Wang–Jost when most of the source is unseen.
 *
 * Source: Grassberger 2003, "Entropy estimates from insufficient samplings" (arXiv physics/0307138).
 *
 * @throws {RangeError} when there is nothing to count, or a count is not a whole number
 * @example
 * ```ts
 * import { grassbergerEntropy } from "@corpulse/ngram-entropy";
 *
 * grassbergerEntropy([4, 2, 3, 2, 4, 2, 1, 1]); // 3.09404185168716
 * ```
 */
export function grassbergerEntropy(counts: Counts): number {
  const { counts: x, types, tokenTotal } = asSpectrum(counts);
  let sum = 0;
  for (let at = 0; at < x.length; at++) {
    // G(2m) = G(2m+1) = ψ(m + ½) + ln 2 closes the paper's recurrence.
    sum += types[at] * x[at] * (digamma(Math.floor(x[at] / 2) + 0.5) + Math.LN2);
  }
  return (Math.log(tokenTotal) - sum / tokenTotal) / Math.LN2;
}
