import { plugInEntropy } from "./entropy/plug-in-entropy.ts";
import { asWeights, type Counts } from "./frequency-spectrum.ts";

/**
 * The Hill number of order q: how many equally frequent types would be as diverse. Between 1 and S, higher is more
 * diverse, and it falls as q rises: q = 0 counts all types, 1 the common ones (2^H), 2 the dominant ones (1/Σp²), infinity
 * only the commonest (1/p_max). It takes any positive weights.
 *
 * Source: Hill 1973, "Diversity and evenness: a unifying notation and its consequences".
 *
 * @throws {RangeError} when there is nothing to count, or q is negative
 * @example
 * ```ts
 * import { hillNumber } from "@corpulse/ngram-entropy";
 *
 * hillNumber([1, 1, 2], 2); // 2.6666666666666665
 * ```
 */
export function hillNumber(counts: Counts, q: number): number {
  if (!(q >= 0))
    throw new RangeError(`Cannot take a Hill number: the order must not be negative, current value is ${q}`);
  const spectrum = asWeights(counts);
  const { counts: x, types, tokenTotal, typeTotal } = spectrum;
  if (q === 0) return typeTotal;
  if (q === 1) return Math.exp(plugInEntropy(spectrum) * Math.LN2);
  const highest = x[x.length - 1] / tokenTotal;
  if (q === Infinity) return 1 / highest;
  // Shares relative to the highest: a large q would make all powers vanish.
  let sum = 0;
  for (let at = 0; at < x.length; at++) {
    sum +=
      types[at] *
      (q === 2 ? (x[at] / tokenTotal) * (x[at] / tokenTotal) : Math.exp(q * Math.log(x[at] / tokenTotal / highest)));
  }
  return q === 2 ? 1 / sum : Math.exp((Math.log(sum) + q * Math.log(highest)) / (1 - q));
}
