import type { KernelIn } from "./kernel-in.ts";
import type { SharedNgrams } from "./shared-ngrams.ts";
import { sortedNumbers } from "./sorted-numbers.ts";

/**
 * The mean over documents of ln(1 + Σ (df(g) − 1)), g being the different n-grams of a document and df the number of
 * documents that hold it. 0 when no two documents share an n-gram; it grows with the length of documents.
 *
 * Source: Salkar et al. 2022, "Self-repetition in abstractive neural summarizers".
 */
export function selfRepetition({ elsewhere }: SharedNgrams, kernel: KernelIn | null): number {
  // Sorted, so that the order of documents does not change the last digit.
  const sorted = sortedNumbers(elsewhere, kernel);
  let sum = 0;
  for (let at = 0; at < sorted.length; at++) sum += Math.log1p(sorted[at]);
  return sum / sorted.length;
}
