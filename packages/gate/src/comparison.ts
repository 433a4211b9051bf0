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
  /** The measured corpus whole, where `measured` holds draws from it: limits on the value itself hold for all of it. */
  readonly whole?: readonly Measurement[] | undefined;
  /** How many documents the draws of each side were drawn from: draws of a large part of a corpus differ too little. */
  readonly drawnFrom?: { readonly measured: number; readonly reference: number } | undefined;
}
