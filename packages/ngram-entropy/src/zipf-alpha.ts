import { asSpectrum, type Counts, type FrequencySpectrum } from "./frequency-spectrum.ts";
import { hurwitzZeta, zetaMoments } from "./hurwitz-zeta.ts";

/** A discrete power law, p(x) ∝ x^−α for x ≥ x_min, fitted to the counts of types. */
export interface ZipfFit {
  readonly alpha: number;
  /** (α−1)/√n of the tail. */
  readonly standardError: number;
  /** x_min: where the power law begins. */
  readonly minimumCount: number;
  /** The Kolmogorov–Smirnov distance of the fit. */
  readonly distance: number;
  /** How many types lie in the tail. */
  readonly tailTypes: number;
}

/** Which tails are fitted. */
export interface ZipfOptions {
  /**
   * The fewest types that a tail may have: on fewer the exponent is noise (Clauset et al., §3.4).
   * @default 50
   */
  readonly minimumTypes?: number;
}

/** Exponents are sought between these; no count of words comes near either. */
const LOWEST = 1 + 1e-6;
const HIGHEST = 20;

/** The likelihood is greatest where the law expects the mean of ln x that was observed; that expectation falls with α. */
function likeliestAlpha(minimumCount: number, meanLog: number): number {
  let low = LOWEST;
  let high = HIGHEST;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (zetaMoments(middle, minimumCount).meanLog > meanLog) low = middle;
    else high = middle;
  }
}

/**
 * The largest distance between the two distribution functions at any whole number: at each count, and just below the next
 * one, up to which the law goes on rising. Gives up with Infinity beyond `limit`.
 */
function largestDistance({ counts, types }: FrequencySpectrum, from: number, fit: ZipfFit, limit: number): number {
  const all = hurwitzZeta(fit.alpha, fit.minimumCount);
  let seen = 0;
  let distance = 0;
  for (let at = from; at < counts.length; at++) {
    seen += types[at];
    const share = seen / fit.tailTypes;
    distance = Math.max(distance, Math.abs(share - 1 + hurwitzZeta(fit.alpha, counts[at] + 1) / all));
    if (at + 1 < counts.length) {
      distance = Math.max(distance, Math.abs(share - 1 + hurwitzZeta(fit.alpha, counts[at + 1]) / all));
    }
    if (distance >= limit) return Infinity;
  }
  return distance;
}

/**
 * The exponent α of the number of types by frequency, by maximum likelihood above the x_min that fits best (least
 * Kolmogorov–Smirnov distance). Words have α near 2, which is Zipf's law: the exponent of the rank is 1/(α−1). A line
 * through a log–log plot gives wrong exponents. Undefined when no tail has enough types with more than one count.
 *
 * Source: Clauset, Shalizi & Newman 2009, "Power-law distributions in empirical data".
 *
 * @throws {RangeError} when there is nothing to count, or a count is not a whole number
 * @example
 * ```ts
 * import { zipfAlpha } from "@corpulse/ngram-entropy";
 *
 * const counts = Array.from({ length: 1000 }, (_, rank) => Math.round(1000 / (rank + 1)));
 * zipfAlpha(counts)?.minimumCount; // 3
 * ```
 */
export function zipfAlpha(counts: Counts, { minimumTypes = 50 }: ZipfOptions = {}): ZipfFit | undefined {
  const spectrum = asSpectrum(counts);
  const { counts: x, types } = spectrum;
  let tailTypes = 0;
  let logSum = 0;
  let best: ZipfFit | undefined;
  for (let from = x.length - 1; from >= 0; from--) {
    tailTypes += types[from];
    logSum += types[from] * Math.log(x[from]);
    if (tailTypes < minimumTypes || from === x.length - 1) continue;
    const alpha = likeliestAlpha(x[from], logSum / tailTypes);
    const standardError = (alpha - 1) / Math.sqrt(tailTypes);
    const fit = { alpha, standardError, minimumCount: x[from], distance: Infinity, tailTypes };
    const distance = largestDistance(spectrum, from, fit, best?.distance ?? Infinity);
    if (distance < Infinity) best = { ...fit, distance };
  }
  return best;
}
