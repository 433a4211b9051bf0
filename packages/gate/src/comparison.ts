import type { Measurement } from "@corpulse/measurement";

/**
 * What was measured in one scope, and what it is compared with at equal size. Either side holds one list of measurements,
 * or one list for each of several seeded draws without replacement from the larger corpus.
 */
export interface Comparison {
  readonly measured: readonly (readonly Measurement[])[];
  /** What as many documents of the base show; empty where there is nothing to compare with, as in `overlap`. */
  readonly reference: readonly (readonly Measurement[])[];
  /** How many documents each side has. */
  readonly documents: number;
}
