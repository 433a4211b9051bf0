import { asSpectrum, type Counts } from "./frequency-spectrum.ts";

/**
 * Yule's K: ten thousand times the chance that two tokens are of one type, hardly moved by the size of the corpus. Between
 * 0 (no type repeats) and 10⁴; lower is more diverse. The few commonest types decide it.
 *
 * Source: Yule 1944, "The statistical study of literary vocabulary": K = 10⁴ (Σx²/N² − 1/N).
 *
 * @throws {RangeError} when there is nothing to count, or a count is not a whole number
 * @example
 * ```ts
 * import { yuleK } from "@corpulse/ngram-entropy";
 *
 * yuleK([1, 1, 2]); // 1250
 * ```
 */
export function yuleK(counts: Counts): number {
  const { counts: x, types, tokenTotal } = asSpectrum(counts);
  let pairs = 0;
  for (let at = 0; at < x.length; at++) pairs += types[at] * x[at] * (x[at] - 1);
  return (1e4 * pairs) / (tokenTotal * tokenTotal);
}
