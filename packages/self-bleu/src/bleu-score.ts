import { brevityPenalty } from "./brevity-penalty.ts";
import { smoothedPrecision } from "./smoothed-precision.ts";

/** What the BLEU of one text, or of many pooled, is computed from; the arrays begin with order 1. */
export interface BleuCounts {
  readonly matches: readonly number[];
  readonly ngrams: readonly number[];
  readonly length: number;
  readonly referenceLength: number;
}

/**
 * The brevity penalty times the geometric mean of the precisions of orders 1 to `order`. A text that shares no token with
 * any reference scores 0: smoothing is not for it.
 */
export function bleuScore({ matches, ngrams, length, referenceLength }: BleuCounts, order: number): number {
  if (matches[0] === 0) return 0;
  let logarithms = 0;
  for (let n = 0; n < order; n++) logarithms += Math.log(smoothedPrecision(matches[n], ngrams[n]));
  return brevityPenalty(length, referenceLength) * Math.exp(logarithms / order);
}
