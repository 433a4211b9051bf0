import { asWeights, type Counts } from "../frequency-spectrum.ts";

/**
 * The entropy of the observed shares, in bits: 0 when there is one type, log₂ S when all S types are equally frequent. It
 * takes any positive weights. As an estimate of the source's entropy it is too low, by about S/(2N ln 2) bits.
 *
 * Source: Shannon 1948, "A mathematical theory of communication".
 *
 * @throws {RangeError} when there is nothing to count
 * @example
 * ```ts
 * import { plugInEntropy } from "@corpulse/ngram-entropy";
 *
 * plugInEntropy([1, 1, 2]); // 1.5
 * ```
 */
export function plugInEntropy(counts: Counts): number {
  const { counts: x, types, tokenTotal } = asWeights(counts);
  let nats = 0;
  for (let at = 0; at < x.length; at++) {
    const share = x[at] / tokenTotal;
    nats -= types[at] * share * Math.log(share);
  }
  // Of a single type the sum is −0.
  return Math.max(0, nats / Math.LN2);
}
