import type { NgramColumn } from "@corpulse/tokens";
import type { CountTally } from "./count-tally.ts";
import type { FrequencySpectrum } from "./frequency-spectrum.ts";
import { notNegative } from "./not-negative.ts";

/** What the n-grams of a column come to. */
export interface ColumnTotals {
  /** How often they occur. */
  readonly spectrum: FrequencySpectrum;
  /** The occurrences of those that only one document holds. */
  readonly unseen: number;
}

/** The occurrences of n-grams with an id that only one document holds. */
function heldOnce({ counts, documentFrequencies }: NgramColumn): number {
  let occurrences = 0;
  for (let id = 0; id < counts.length; id++) {
    // Without a branch: either is as likely.
    occurrences += counts[id] & ((documentFrequencies[id] - 2) >> 31);
  }
  return occurrences;
}

/** Reads a column. */
export function columnTotals(column: NgramColumn, tally: CountTally): ColumnTotals {
  tally.addAll(column.counts);
  tally.add(1, column.once);
  return { spectrum: tally.takeSpectrum(), unseen: column.once + heldOnce(column) };
}

/**
 * How often the n-grams of a column are followed by a token: their counts without the occurrences that end a document. It is
 * the margin of the next order's table, so that an entropy of one less that of the other cannot come out negative.
 */
export function prefixSpectrum(
  { ids, order, counts, once }: NgramColumn,
  offsets: Uint32Array,
  tally: CountTally,
): FrequencySpectrum {
  // After those that occur once, which have no id: without a branch for them.
  const followed = new Uint32Array(counts.length + 1);
  followed[0] = once;
  followed.set(counts, 1);
  for (let document = 1; document < offsets.length; document++) {
    if (offsets[document] - offsets[document - 1] >= order) followed[notNegative(ids[offsets[document] - 1] + 1)]--;
  }
  tally.addAll(followed.subarray(1));
  tally.add(1, followed[0]);
  return tally.takeSpectrum();
}
