import type { Interval } from "@corpulse/measurement";

/** The normal quantile of a two-sided 95 % interval. */
const Z = 1.959963984540054;

/** Student's t quantile for 95 %, from the normal one (Cornish–Fisher; within 0.001 from 10 degrees of freedom on). */
function studentQuantile(degrees: number): number {
  const first = (Z ** 3 + Z) / (4 * degrees);
  const second = (5 * Z ** 5 + 16 * Z ** 3 + 3 * Z) / (96 * degrees * degrees);
  return Z + first + second;
}

/** The mean of some numbers, summed in order. */
export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += values[index];
  return sum / values.length;
}

/** What is known of a sample beside its values. */
interface Sampled {
  /** How many values it was drawn from, without replacement; Infinity for independent draws. */
  readonly population: number;
  /** How far apart two things that have nothing in common are: the sample may have missed the few that are. */
  readonly unrelated?: number;
  readonly method: string;
}

/** Half the width of the interval around the mean. */
function margin(sample: ArrayLike<number>, centre: number, population: number): number {
  let squares = 0;
  for (let index = 0; index < sample.length; index++) squares += (sample[index] - centre) ** 2;
  const variance = squares / (sample.length - 1);
  const error = Math.sqrt((variance / sample.length) * (1 - Math.min(1, sample.length / population)));
  return studentQuantile(sample.length - 1) * error;
}

/**
 * The 95 % interval for the mean of a population of distances from a random sample of it. The larger the share that was
 * drawn without replacement, the narrower the interval (finite-population correction). Where most distances are small and
 * few are large, a sample often holds none of the few, and Student's interval then misses a third of the time or more. So
 * the upper end is at least that of the sample with two more values, `unrelated`, as Agresti & Coull (1998) add two
 * successes to a proportion.
 */
export function sampledMeanInterval(sample: ArrayLike<number>, { population, unrelated, method }: Sampled): Interval {
  const centre = mean(sample);
  const half = margin(sample, centre, population);
  let high = centre + half;
  if (unrelated !== undefined) {
    const widened = [...Array.from(sample), unrelated, unrelated];
    const wideCentre = mean(widened);
    high = Math.max(high, wideCentre + margin(widened, wideCentre, population));
  }
  return { low: Math.max(0, centre - half), high, confidence: 0.95, method };
}
