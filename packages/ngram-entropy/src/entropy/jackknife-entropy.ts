import { asSpectrum, type Counts } from "../frequency-spectrum.ts";

const logTimes = (x: number): number => (x > 0 ? x * Math.log(x) : 0);

/**
 * The jackknifed plug-in entropy, in bits: N·H less (N−1) times the mean of the entropies with one token left out.
 *
 * Source: Zahl 1977, "Jackknifing an index of diversity".
 *
 * @throws {RangeError} when there are fewer than two tokens, or a count is not a whole number
 * @example
 * ```ts
 * import { jackknifeEntropy } from "@corpulse/ngram-entropy";
 *
 * jackknifeEntropy([4, 2, 3, 2, 4, 2, 1, 1]); // 3.2190483879305707
 * ```
 */
export function jackknifeEntropy(counts: Counts): number {
  const { counts: x, types, tokenTotal } = asSpectrum(counts);
  if (tokenTotal < 2) {
    throw new RangeError(
      `Cannot jackknife an entropy: there must be at least 2 tokens, current value is ${tokenTotal}`,
    );
  }
  let sum = 0;
  for (let at = 0; at < x.length; at++) sum += types[at] * logTimes(x[at]);
  let leftOut = 0;
  for (let at = 0; at < x.length; at++) {
    const remaining = sum - logTimes(x[at]) + logTimes(x[at] - 1);
    leftOut += types[at] * x[at] * (Math.log(tokenTotal - 1) - remaining / (tokenTotal - 1));
  }
  const whole = Math.log(tokenTotal) - sum / tokenTotal;
  return (tokenTotal * whole - ((tokenTotal - 1) / tokenTotal) * leftOut) / Math.LN2;
}
