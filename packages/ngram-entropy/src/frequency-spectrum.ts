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

/** Counts below are tallied in an array, the few above in a map. */
const TALLY_LIMIT = 1 << 16;

/** Counts that cannot be anything but whole numbers need no look at each. */
function tallyWhole(counts: Uint32Array): [count: number, types: number][] {
  let highest = 0;
  for (let type = 0; type < counts.length; type++) if (counts[type] > highest) highest = counts[type];
  const low = new Uint32Array(Math.min(highest + 1, TALLY_LIMIT));
  const other = new Map<number, number>();
  for (let type = 0; type < counts.length; type++) {
    const count = counts[type];
    if (count < low.length) low[count]++;
    else other.set(count, (other.get(count) ?? 0) + 1);
  }
  return joinTallies(low, other);
}

/** The types of each count from 1 on, rising. */
function joinTallies(low: Uint32Array, other: Map<number, number>): [count: number, types: number][] {
  for (let count = 1; count < low.length; count++) if (low[count] > 0) other.set(count, low[count]);
  return [...other].toSorted((left, right) => left[0] - right[0]);
}

function tally(counts: ArrayLike<number>): [count: number, types: number][] {
  let highest = 0;
  for (let type = 0; type < counts.length; type++) {
    if (!(counts[type] >= 0 && counts[type] < Infinity)) {
      throw new RangeError(
        `Cannot read counts: each must be finite and not negative, current value is ${counts[type]}`,
      );
    }
    if (counts[type] > highest) highest = counts[type];
  }
  const low = new Uint32Array(Math.min(Math.floor(highest) + 1, TALLY_LIMIT));
  const other = new Map<number, number>();
  for (let type = 0; type < counts.length; type++) {
    const count = counts[type];
    if (count < low.length && Number.isInteger(count)) low[count]++;
    else other.set(count, (other.get(count) ?? 0) + 1);
  }
  return joinTallies(low, other);
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
  const pairs = counts instanceof Uint32Array ? tallyWhole(counts) : tally(counts);
  return {
    counts: Float64Array.from(pairs, ([count]) => count),
    types: Float64Array.from(pairs, ([, types]) => types),
    tokenTotal: pairs.reduce((sum, [count, types]) => sum + count * types, 0),
    typeTotal: pairs.reduce((sum, [, types]) => sum + types, 0),
  };
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
