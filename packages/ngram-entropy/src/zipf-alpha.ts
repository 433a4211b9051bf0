import { asSpectrum, type Counts } from "./frequency-spectrum.ts";
import { zetaMoments } from "./hurwitz-zeta.ts";
import { STRIDE, type Tail, TailDistances } from "./tail-distances.ts";

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

/** How far the approximation may be off, as a share of α − 1, to begin with. */
const AROUND = 0.125;

/** Below this share of itself an interval is halved: false position ends in rounding there. */
const NARROW = 1e-13;

/** How near an exponent is found, as a share of α − 1, to see whether its law fits at all. */
const ROUGH = 1e-6;

/** The laws of such exponents are about ROUGH / e apart at most, as (x/x_min)^(1−α) changes by no more: this leaves a reserve. */
const ROUGH_DISTANCE = 1e-5;

/**
 * The likelihood is greatest where the law expects the mean of ln x that was observed; that expectation falls with α. The
 * search begins around the approximation of Clauset et al. (eq. 3.7), closes in by false position (Illinois: the end that stays
 * has its value halved), and ends when the two ends are near enough: with `within` 0, when no number lies between them.
 */
function likeliestAlpha(minimumCount: number, meanLog: number, within: number): number {
  const excess = (alpha: number): number => zetaMoments(alpha, minimumCount).meanLog - meanLog;
  const guess = 1 / (meanLog - Math.log(minimumCount - 0.5));
  let low = Math.max(LOWEST, 1 + guess * (1 - AROUND));
  let high = Math.min(HIGHEST, 1 + guess * (1 + AROUND));
  let above = excess(low);
  let below = excess(high);
  if (!(above > 0)) [low, above] = [LOWEST, Infinity];
  if (!(below <= 0)) [high, below] = [HIGHEST, -Infinity];
  for (let stayed = 0; high - low > Math.max(NARROW * high, within * (low - 1)) && above - below < Infinity;) {
    const alpha = low + (high - low) * (above / (above - below));
    if (alpha <= low || alpha >= high) break;
    const value = excess(alpha);
    if (value > 0) {
      [low, above] = [alpha, value];
      if (stayed > 0) below /= 2;
      stayed = 1;
    } else {
      [high, below] = [alpha, value];
      if (stayed < 0) above /= 2;
      stayed = -1;
    }
  }
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high || high - low <= within * (low - 1)) return middle;
    if (excess(middle) > 0) low = middle;
    else high = middle;
  }
}

/** The numbers below a limit, every so many of them first. */
function coarseFirst(limit: number): readonly number[] {
  const all = Array.from({ length: limit }, (_, at) => at);
  return [...all.filter((at) => at % STRIDE === 0), ...all.filter((at) => at % STRIDE !== 0)];
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
  const distances = new TailDistances(spectrum);
  const tailTypes = types.slice();
  const logSums = types.map((ofCount, at) => ofCount * Math.log(x[at]));
  for (let at = x.length - 2; at >= 0; at--) {
    tailTypes[at] += tailTypes[at + 1];
    logSums[at] += logSums[at + 1];
  }
  let best: Tail | undefined;
  let limit = Infinity;
  for (const from of coarseFirst(x.length - 1)) {
    if (tailTypes[from] < minimumTypes) continue;
    const tail = (within: number): Tail => ({
      alpha: likeliestAlpha(x[from], logSums[from] / tailTypes[from], within),
      from,
      tailTypes: tailTypes[from],
    });
    if (distances.least(tail(ROUGH)) > limit + ROUGH_DISTANCE) continue;
    const found = tail(0);
    const distance = distances.largest(found, limit);
    // Of equally good ones the shorter tail.
    if (distance < limit || (distance === limit && from > (best?.from ?? -1))) {
      best = found;
      limit = distance;
    }
  }
  if (best === undefined) return undefined;
  const { alpha, from } = best;
  const standardError = (alpha - 1) / Math.sqrt(best.tailTypes);
  return { alpha, standardError, minimumCount: x[from], distance: limit, tailTypes: best.tailTypes };
}
