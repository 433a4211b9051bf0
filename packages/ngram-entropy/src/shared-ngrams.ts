import type { NgramColumn, TokenCorpus } from "@corpulse/tokens";
import type { CountTally } from "./count-tally.ts";
import type { FrequencySpectrum } from "./frequency-spectrum.ts";
import type { KernelIn } from "./kernel-in.ts";
import { readShared } from "./read-shared.ts";
import { readSharedInKernel } from "./read-shared-in-kernel.ts";
import { tallyCounts } from "./tally-counts.ts";

/** The order of the n-grams that documents are compared by. */
export const SHARED_ORDER = 4;

/** How many of the most widespread n-grams are told apart. Most of them are pieces of the same few phrases. */
const MOST_WIDESPREAD = 400;

/** An n-gram that two documents hold, or more. */
export interface WidespreadNgram {
  /** In how many documents it is. */
  readonly documents: number;
  /** Where it ends, rising. */
  readonly ends: Uint32Array;
}

/** What the documents of a corpus share. */
export interface SharedNgrams {
  /** For each document Σ (df(g) − 1) over its different n-grams, df being the number of documents that hold one. */
  readonly elsewhere: Float64Array;
  /** The n-grams in the most documents, those first, and of equal ones the first to appear. */
  readonly widespread: readonly WidespreadNgram[];
}

/** In how many documents an n-gram must be to be told apart, and how many of those that are in just so many. */
export interface Threshold {
  readonly least: number;
  readonly room: number;
}

/** The threshold, from how many n-grams are in how many documents. */
function thresholdOf({ counts, types }: FrequencySpectrum): Threshold {
  let room = MOST_WIDESPREAD;
  let at = counts.length - 1;
  while (at >= 0 && counts[at] > 2 && types[at] < room) room -= types[at--];
  return { least: at < 0 ? 2 : Math.max(2, counts[at]), room };
}

/** Finds what documents share, by the kernel where it can read the column. */
export function sharedNgrams(
  { offsets }: TokenCorpus,
  column: NgramColumn,
  tally: CountTally,
  kernel: KernelIn | null = null,
): SharedNgrams {
  tallyCounts(column.documentFrequencies, tally, kernel);
  const threshold = thresholdOf(tally.takeSpectrum());
  return readSharedInKernel(offsets, column, threshold, kernel) ?? readShared(offsets, column, threshold);
}
