import { asSpectrum, type Counts, typesWithCount } from "../frequency-spectrum.ts";

/**
 * The coverage-adjusted entropy of Chao and Shen, in bits: shares are shrunk by the Good–Turing coverage and each type is
 * weighted by its chance of being seen. It overshoots on heavy tails such as words in large corpora.
 *
 * Source: Chao & Shen 2003, "Nonparametric estimation of Shannon's index of diversity when there are unseen species".
 *
 * @throws {RangeError} when there is nothing to count, or a count is not a whole number
 * @example
 * ```ts
 * import { chaoShenEntropy } from "@corpulse/ngram-entropy";
 *
 * chaoShenEntropy([4, 2, 3, 2, 4, 2, 1, 1]); // 3.1755695803327653
 * ```
 */
export function chaoShenEntropy(counts: Counts): number {
  const spectrum = asSpectrum(counts);
  const { counts: x, types, tokenTotal } = spectrum;
  const once = typesWithCount(spectrum, 1);
  // When every type was seen once the coverage would be 0 and so would all shares.
  const coverage = 1 - (once === tokenTotal ? tokenTotal - 1 : once) / tokenTotal;
  let nats = 0;
  for (let at = 0; at < x.length; at++) {
    const share = (coverage * x[at]) / tokenTotal;
    const seen = -Math.expm1(tokenTotal * Math.log1p(-share));
    nats -= (types[at] * share * Math.log(share)) / seen;
  }
  return Math.max(0, nats / Math.LN2);
}
