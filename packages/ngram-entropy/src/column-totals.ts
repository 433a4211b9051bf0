import type { NgramColumn } from "@corpulse/tokens";
import type { CountTally } from "./count-tally.ts";
import type { FrequencySpectrum } from "./frequency-spectrum.ts";
import type { KernelIn } from "./kernel-in.ts";
import { notNegative } from "./not-negative.ts";
import { piecesOf } from "./pieces-of.ts";
import { TALLY_BYTES, tallyCounts, tallyInKernel } from "./tally-counts.ts";

const WORD = Uint32Array.BYTES_PER_ELEMENT;

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

/** `heldOnce` by the kernel. */
function heldOnceIn({ counts, documentFrequencies }: NgramColumn, { functions }: KernelIn): number {
  const frequencies = documentFrequencies.byteOffset - counts.byteOffset;
  let occurrences = 0;
  for (const [from, to] of piecesOf(counts)) occurrences += functions.heldOnce(from, to, frequencies + from);
  return occurrences;
}

/** Reads a column, by the kernel where it can. */
export function columnTotals(column: NgramColumn, tally: CountTally, kernel: KernelIn | null = null): ColumnTotals {
  const { counts, documentFrequencies, once } = column;
  tallyCounts(counts, tally, kernel);
  tally.add(1, once);
  const held = kernel?.holds(counts, documentFrequencies) ? heldOnceIn(column, kernel) : heldOnce(column);
  return { spectrum: tally.takeSpectrum(), unseen: once + held };
}

/** By id, how often n-grams of a column are followed by a token, after those that occur once, which have no id. */
function followedIn({ ids, order, counts, once }: NgramColumn, offsets: Uint32Array): Uint32Array {
  const followed = new Uint32Array(counts.length + 1);
  followed[0] = once;
  followed.set(counts, 1);
  for (let document = 1; document < offsets.length; document++) {
    // Without a branch for those that have no id.
    if (offsets[document] - offsets[document - 1] >= order) followed[notNegative(ids[offsets[document] - 1] + 1)]--;
  }
  return followed;
}

/** Tallies `followedIn` by the kernel, all but its first number, which this gives; `null` where it cannot. */
function tallyFollowed(
  column: NgramColumn,
  offsets: Uint32Array,
  tally: CountTally,
  kernel: KernelIn | null,
): number | null {
  const { ids, order, counts, once } = column;
  const zeros = kernel?.holds(ids, counts, offsets) ? kernel.zeros(TALLY_BYTES + counts.byteLength + WORD) : null;
  if (kernel === null || zeros === null) return null;
  const { functions } = kernel;
  const followed = new Uint32Array(zeros.buffer, zeros.byteOffset + TALLY_BYTES, counts.length + 1);
  followed[0] = once;
  functions.copy(followed.byteOffset + WORD, counts.byteOffset, counts.byteLength);
  const last = offsets.byteOffset + offsets.byteLength - WORD;
  functions.endDocuments(offsets.byteOffset, last, ids.byteOffset, order, followed.byteOffset);
  tallyInKernel(followed.subarray(1), tally, kernel, zeros);
  return followed[0];
}

/**
 * How often the n-grams of a column are followed by a token: their counts without the occurrences that end a document. It is
 * the margin of the next order's table, so that an entropy of one less that of the other cannot come out negative.
 */
export function prefixSpectrum(
  column: NgramColumn,
  offsets: Uint32Array,
  tally: CountTally,
  kernel: KernelIn | null = null,
): FrequencySpectrum {
  let once = tallyFollowed(column, offsets, tally, kernel);
  if (once === null) {
    const followed = followedIn(column, offsets);
    tally.addAll(followed.subarray(1));
    once = followed[0];
  }
  tally.add(1, once);
  return tally.takeSpectrum();
}
