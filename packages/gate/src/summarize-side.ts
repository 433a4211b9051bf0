import type { Measurement } from "@corpulse/measurement";
import { studentT95 } from "./student-t95.ts";

/** One side of a comparison, seen as one value. */
export interface Side {
  readonly value: number;
  /** How far below and above the value the truth may lie by the measurements' own intervals. */
  readonly below: number;
  readonly above: number;
  /** By how much one more draw may differ; 0 for a single measurement, which was not drawn. */
  readonly noise: number;
  readonly draws: number;
  readonly confidence: number;
  readonly method: string | null;
  readonly signature: string;
}

/** Around the first value, so that the mean of equal values is that value and their spread is 0, without rounding. */
function meanAndSpread(values: readonly number[]): { mean: number; deviation: number } {
  const [first] = values;
  const mean = first + values.reduce((sum, value) => sum + (value - first), 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  return { mean, deviation: values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : 0 };
}

/**
 * Brings the measurements of one side down to a value and its uncertainty. `noise` is the half-width of the 95 % prediction
 * interval: where one more sample of this size from the source behind the corpus would fall. For R draws of a share f of the
 * corpus it is t·s·√((1 + f)/(1 − f) + 1/R): draws without replacement differ by √(1 − f) less than samples of the source do,
 * and the corpus is itself a sample (Cochran 1977, §2.6, the finite population correction).
 */
export function summarizeSide(
  measurements: readonly (Measurement & { readonly value: number })[],
  shareDrawn: number = 0,
): Side {
  const draws = measurements.length;
  const { mean, deviation } = meanAndSpread(measurements.map(({ value }) => value));
  const intervals = measurements.flatMap(({ value, interval }) => (interval === null ? [] : [{ value, ...interval }]));
  const share = (widths: readonly number[]): number =>
    widths.reduce((sum, width) => sum + Math.max(width, 0), 0) / draws;
  const widening = Math.sqrt((1 + shareDrawn) / (1 - shareDrawn) + 1 / draws);
  return {
    value: mean,
    below: share(intervals.map(({ value, low }) => value - low)),
    above: share(intervals.map(({ value, high }) => high - value)),
    noise: deviation === 0 ? 0 : studentT95(draws - 1) * deviation * widening,
    draws,
    confidence: Math.min(1, ...intervals.map(({ confidence }) => confidence), ...(draws > 1 ? [0.95] : [])),
    method: intervals[0]?.method ?? null,
    signature: measurements[0].signature,
  };
}
