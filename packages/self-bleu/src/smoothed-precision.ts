/** What method 1 puts in the place of no match at all. */
const EPSILON = 0.1;

/**
 * The share of n-grams that a reference matches, never zero, so that its logarithm exists. A document too short to have any
 * n-gram counts as one that has a single unmatched one, as in NLTK: its precision is 0.1, not undefined.
 *
 * Source: smoothing method 1 of Chen & Cherry 2014, with the ε of NLTK.
 */
export function smoothedPrecision(matches: number, ngrams: number): number {
  // One division for both: engines give up code that meets an operation for the first time.
  return (matches > 0 ? matches : EPSILON) / Math.max(1, ngrams);
}
