import type { Interval } from "@corpulse/measurement";
import type { Detection } from "./detect-near-duplicates.ts";

/** How sure the upper end is. */
const CONFIDENCE = 0.95;

/**
 * The most there is, with 95 % confidence, when `found` were found of which `certain` could not be missed, beside at most
 * `passedOver` in buckets too full to compare. Each of the others is missed with a chance of at most 1 − R, so by Markov's
 * inequality, whatever the dependence among them, fewer than the share 20·(1 − R) of them are missed. It holds for pairs, for documents with a partner (one found pair suffices) and for
 * the joins that make components (the edges of a spanning forest).
 */
export function mostThereIs(
  { found, certain, passedOver }: { readonly found: number; readonly certain: number; readonly passedOver: number },
  { banding, complete }: Detection,
): number {
  if (complete) return found;
  const missedShare = (1 - banding.expectedRecall) / (1 - CONFIDENCE);
  return certain + Math.floor((found + passedOver - certain) / (1 - missedShare));
}

/** The interval of a value that can only be too low; null when nothing can have been missed. */
export function recallInterval(low: number, high: number, { complete, passedOver }: Detection): Interval | null {
  if (complete) return null;
  const method =
    "no pair is false, for each is verified; pairs that banding missed are bounded by its recall (Markov)" +
    (passedOver.pairs === 0 ? "" : ", those that were not compared because their buckets are too full by their number");
  return { low, high: Math.max(low, high), confidence: CONFIDENCE, method };
}
