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

/**
 * The 95 % interval for the mean of a population of distances from a random sample of it. The larger the share that was
 * drawn without replacement, the narrower the interval (finite-population correction).
 */
export function sampledMeanInterval(sample: ArrayLike<number>, population: number, method: string): Interval {
  const centre = mean(sample);
  let squares = 0;
  for (let index = 0; index < sample.length; index++) squares += (sample[index] - centre) ** 2;
  const variance = squares / (sample.length - 1);
  const error = Math.sqrt((variance / sample.length) * (1 - sample.length / population));
  const margin = studentQuantile(sample.length - 1) * error;
  return { low: Math.max(0, centre - margin), high: centre + margin, confidence: 0.95, method };
}
