import { digamma } from "../digamma.ts";
import { asSpectrum, type Counts, typesWithCount } from "../frequency-spectrum.ts";
import { scaledExponentialIntegral } from "../scaled-exponential-integral.ts";
import { singletonShare } from "../unseen-types.ts";

/** Terms of the tail that are summed one by one; the rest is an integral with two corrections, exact to 11 digits. */
const SUMMED_TERMS = 1000;

/**
 * Σ A^(j+1)/(N+j) over j ≥ 0, A = 1 − share. It is the bracket of the published formula, which subtracts nearly equal
 * numbers and then multiplies by A^(1−N): that is hopeless in floating point. The sum needs 40/share terms, 10⁹ in a large
 * corpus, hence Euler–Maclaurin: ∫ e^(−λj)/(N+j) dj = e^(λN) E₁(λN) with λ = −ln A.
 */
function tail(total: number, share: number): number {
  const ratio = 1 - share;
  let power = ratio;
  let sum = 0;
  let at = total;
  for (; at < total + SUMMED_TERMS && power > Number.MIN_VALUE; at++) {
    sum += power / at;
    power *= ratio;
  }
  if (power <= Number.MIN_VALUE) return sum;
  const decay = -Math.log1p(-share);
  return sum + power * (scaledExponentialIntegral(decay * at) + 1 / (2 * at) + (decay + 1 / at) / (12 * at));
}

/**
 * The entropy that an endless corpus of the same source would show, estimated after Chao, Wang and Jost, in bits. The
 * least biased of these estimators on words; while coverage is low it is still a lower bound rather than an estimate.
 *
 * Source: Chao, Wang & Jost 2013, "Entropy and the species accumulation curve".
 *
 * @throws {RangeError} when there is nothing to count, or a count is not a whole number
 * @example
 * ```ts
 * import { chaoWangJostEntropy } from "@corpulse/ngram-entropy";
 *
 * chaoWangJostEntropy([4, 2, 3, 2, 4, 2, 1, 1]); // 3.16976841374791
 * ```
 */
export function chaoWangJostEntropy(counts: Counts): number {
  const spectrum = asSpectrum(counts);
  const { counts: x, types, tokenTotal } = spectrum;
  const digammaTotal = digamma(tokenTotal);
  let nats = 0;
  for (let at = 0; at < x.length; at++) {
    nats += ((types[at] * x[at]) / tokenTotal) * (digammaTotal - digamma(x[at]));
  }
  const once = typesWithCount(spectrum, 1);
  if (once > 0) nats += (once / tokenTotal) * tail(tokenTotal, singletonShare(spectrum));
  return Math.max(0, nats / Math.LN2);
}
