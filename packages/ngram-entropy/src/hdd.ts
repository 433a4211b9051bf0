import { asSpectrum, type Counts } from "./frequency-spectrum.ts";
import { rarefiedTypes } from "./rarefied-types.ts";

/** How many tokens are drawn. */
export interface HddOptions {
  /** @default 42 */
  readonly draws?: number;
}

/**
 * HD-D of one text, given as the counts of its types: the share of different tokens expected among 42 drawn from it. In
 * 1/42…1, higher is more diverse. It is rarefaction to 42 tokens, divided by 42.
 *
 * Source: McCarthy & Jarvis 2007, "vocd: a theoretical and empirical evaluation".
 *
 * @throws {RangeError} when the text has fewer tokens than are drawn
 * @example
 * ```ts
 * import { hdd } from "@corpulse/ngram-entropy";
 *
 * hdd([1, 1, 2], { draws: 2 }); // 0.9166666666666667
 * ```
 */
export function hdd(counts: Counts, { draws = 42 }: HddOptions = {}): number {
  const spectrum = asSpectrum(counts);
  if (!(Number.isInteger(draws) && draws >= 1 && draws <= spectrum.tokenTotal)) {
    throw new RangeError(
      `Cannot draw: it must be a whole number in 1…${spectrum.tokenTotal}, current value is ${draws}`,
    );
  }
  return rarefiedTypes(spectrum, draws) / draws;
}
