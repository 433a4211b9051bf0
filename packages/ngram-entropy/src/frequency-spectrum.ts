import { CountTally } from "./count-tally.ts";

/** How many types occur how often: all that richness, entropy and coverage depend on. */
export interface FrequencySpectrum {
  /** The different counts x, rising. */
  readonly counts: Float64Array;
  /** f_x: how many types have each of these counts. */
  readonly types: Float64Array;
  /** N = Σ x f_x. */
  readonly tokenTotal: number;
  /** S = Σ f_x. */
  readonly typeTotal: number;
}

/** The count of each type, or the spectrum of these counts. Types with the count 0 do not matter. */
export type Counts = ArrayLike<number> | FrequencySpectrum;

/** The highest of the counts, once each is known to be one. Counts that cannot be anything but whole numbers need no look. */
function highestCount(counts: ArrayLike<number>): number {
  const whole = counts instanceof Uint32Array;
  let highest = 0;
  for (let type = 0; type < counts.length; type++) {
    if (!(whole || (counts[type] >= 0 && counts[type] < Infinity))) {
      throw new RangeError(
        `Cannot read counts: each must be finite and not negative, current value is ${counts[type]}`,
      );
    }
    if (counts[type] > highest) highest = counts[type];
  }
  return highest;
}

/**
 * Groups type counts by size. Every function of this package that takes counts takes a spectrum too: make it once where
 * several are asked for, as it is a thousand times shorter.
 *
 * @throws {RangeError} when a count is negative or not finite
 * @example
 * ```ts
 * import { frequencySpectrum } from "@corpulse/ngram-entropy";
 *
 * frequencySpectrum([5, 1, 0, 1]).types; // Float64Array [2, 1]: two types occur once, one occurs 5 times
 * ```
 */
export function frequencySpectrum(counts: ArrayLike<number>): FrequencySpectrum {
  const tally = new CountTally(highestCount(counts));
  tally.addAll(counts);
  return tally.takeSpectrum();
}

/** How many types have exactly this count. */
export function typesWithCount({ counts, types }: FrequencySpectrum, count: number): number {
  const at = counts.indexOf(count);
  return at < 0 ? 0 : types[at];
}

/** Weights as a spectrum: any positive numbers, for what depends on shares alone. */
export function asWeights(counts: Counts): FrequencySpectrum {
  const spectrum = "typeTotal" in counts ? counts : frequencySpectrum(counts);
  if (spectrum.tokenTotal > 0) return spectrum;
  throw new RangeError("Cannot measure counts: at least one must be positive, current value is a sum of 0");
}

/** Counts as a spectrum: whole numbers, for what draws conclusions from the types seen once and twice. */
export function asSpectrum(counts: Counts): FrequencySpectrum {
  const spectrum = asWeights(counts);
  const broken = spectrum.counts.find((count) => !Number.isInteger(count));
  if (broken === undefined) return spectrum;
  throw new RangeError(`Cannot measure counts: each must be a whole number, current value is ${broken}`);
}
