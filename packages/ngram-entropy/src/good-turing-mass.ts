import { asSpectrum, type Counts, typesWithCount } from "./frequency-spectrum.ts";

/** The unseen mass and how uncertain it is. */
export interface GoodTuringMass {
  /** f₁/N. */
  readonly mass: number;
  /** √(f₁(1 − f₁/N) + 2f₂)/N, for tokens drawn independently: words come in bursts, so the true error is larger. */
  readonly standardError: number;
}

/**
 * The share of the source that the corpus has not seen, after Good and Turing: f₁/N, the chance that the next token is of
 * a new type. Between 0 and 1.
 *
 * Source: Good 1953, "The population frequencies of species and the estimation of population parameters"; Esty 1983.
 *
 * @throws {RangeError} when there is nothing to count, or a count is not a whole number
 * @example
 * ```ts
 * import { goodTuringMass } from "@corpulse/ngram-entropy";
 *
 * goodTuringMass([1, 1, 2]).mass; // 0.5
 * ```
 */
export function goodTuringMass(counts: Counts): GoodTuringMass {
  const spectrum = asSpectrum(counts);
  const once = typesWithCount(spectrum, 1);
  const mass = once / spectrum.tokenTotal;
  const variance = once * (1 - mass) + 2 * typesWithCount(spectrum, 2);
  return { mass, standardError: Math.sqrt(variance) / spectrum.tokenTotal };
}
