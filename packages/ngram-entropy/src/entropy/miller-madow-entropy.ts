import { asSpectrum, type Counts } from "../frequency-spectrum.ts";
import { plugInEntropy } from "./plug-in-entropy.ts";

/**
 * The plug-in entropy plus its first-order bias (S−1)/(2N ln 2), in bits. The simplest correction, and the smallest: on
 * words it leaves most of the bias.
 *
 * Source: Miller 1955, "Note on the bias of information estimates".
 *
 * @throws {RangeError} when there is nothing to count, or a count is not a whole number
 * @example
 * ```ts
 * import { millerMadowEntropy } from "@corpulse/ngram-entropy";
 *
 * millerMadowEntropy([1, 1, 2]); // 1.860673760222241
 * ```
 */
export function millerMadowEntropy(counts: Counts): number {
  const spectrum = asSpectrum(counts);
  return plugInEntropy(spectrum) + (spectrum.typeTotal - 1) / (2 * spectrum.tokenTotal * Math.LN2);
}
