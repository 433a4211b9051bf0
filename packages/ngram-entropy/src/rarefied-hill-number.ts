import { asSpectrum, type Counts } from "./frequency-spectrum.ts";
import { logGamma } from "./log-gamma.ts";
import { rarefiedTypes } from "./rarefied-types.ts";

const logChoose = (n: number, k: number): number => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);

/** The Hill number of order 1 of the counts that a draw is expected to show: how many types k times, for each k. */
function rarefiedExponential(counts: Counts, draws: number): number {
  const { counts: x, types, tokenTotal } = asSpectrum(counts);
  const all = logChoose(tokenTotal, draws);
  let nats = 0;
  for (let at = 0; at < x.length; at++) {
    const least = Math.max(1, draws - (tokenTotal - x[at]));
    for (let k = least; k <= Math.min(x[at], draws); k++) {
      const chance = Math.exp(logChoose(x[at], k) + logChoose(tokenTotal - x[at], draws - k) - all);
      nats -= types[at] * chance * (k / draws) * Math.log(k / draws);
    }
  }
  return Math.exp(nats);
}

/** How much is drawn, and which Hill number of it. */
export interface RarefiedHillOptions {
  readonly draws: number;
  readonly order: 0 | 1 | 2;
}

/**
 * The Hill number of order 0, 1 or 2 at a smaller size: what a draw of some of the tokens, without replacement, is
 * expected to show. Takes time in proportion to the number of tokens at order 1.
 *
 * Source: Chao et al. 2014, "Rarefaction and extrapolation with Hill numbers".
 *
 * @throws {RangeError} when there is nothing to count, a count is not a whole number, or more is drawn than there is
 * @example
 * ```ts
 * import { rarefiedHillNumber } from "@corpulse/ngram-entropy";
 *
 * rarefiedHillNumber([1, 1, 2], { draws: 2, order: 2 }); // 1.7142857142857144
 * ```
 */
export function rarefiedHillNumber(counts: Counts, { draws, order }: RarefiedHillOptions): number {
  const spectrum = asSpectrum(counts);
  const expected = rarefiedTypes(spectrum, draws);
  if (draws < 1)
    throw new RangeError(`Cannot take a Hill number: at least 1 token must be drawn, current value is ${draws}`);
  if (order === 0) return expected;
  if (order === 1) return rarefiedExponential(spectrum, draws);
  const { counts: x, types, tokenTotal } = spectrum;
  const pairs = x.reduce((sum, count, at) => sum + types[at] * count * (count - 1), 0);
  const chance = tokenTotal > 1 ? pairs / (tokenTotal * (tokenTotal - 1)) : 0;
  return 1 / (1 / draws + ((draws - 1) / draws) * chance);
}
