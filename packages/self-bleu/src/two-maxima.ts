import type { NgramColumn } from "@corpulse/tokens";
import type { RecordNumbers } from "./record-numbers.ts";

/** Largest count in one document. */
export const LARGEST = 0;
/** Largest count in any document but the owner. */
export const SECOND = 1;
/** A document that has the largest count, any one of those that tie; −1 while none is known to have more than one. */
export const OWNER = 2;
/** The document that was met last, and how often the n-gram has occurred in it so far. */
export const LAST = 3;
export const RANK = 4;
/** Numbers of a record. They lie side by side because a record is met at random: one cache miss, not five. */
export const RECORD = 5;

/**
 * Records, {@link RECORD} numbers each, of the two largest counts per n-gram, with the owner of the largest. They give the
 * largest count among all documents but one in constant time: without the owner it is the second, without any other document
 * the first (ties change nothing, because then the two are equal). So a document is scored against all others without
 * comparing it to each.
 *
 * The counts of a document grow while it is read: the k-th occurrence of an n-gram is all that is needed to update both. First
 * occurrences need no reading: an n-gram has a record because enough references hold it once.
 */
export function twoMaxima(
  { ids }: NgramColumn,
  offsets: Uint32Array,
  repeats: Int32Array,
  { recordOf, size }: RecordNumbers,
): Int32Array {
  const records = new Int32Array(size * RECORD);
  for (let at = 0; at < records.length; at += RECORD) {
    records[at + LARGEST] = records[at + SECOND] = 1;
    records[at + OWNER] = records[at + LAST] = -1;
  }
  let document = 0;
  for (let index = 0; index < repeats.length; index++) {
    const position = repeats[index];
    while (position >= offsets[document + 1]) document++;
    const at = recordOf[ids[position]] * RECORD;
    if (at < 0) continue;
    const rank = records[at + LAST] === document ? records[at + RANK] + 1 : 2;
    records[at + LAST] = document;
    records[at + RANK] = rank;
    if (records[at + OWNER] === document) records[at + LARGEST] = rank;
    else if (rank > records[at + LARGEST]) {
      records[at + SECOND] = records[at + LARGEST];
      records[at + LARGEST] = rank;
      records[at + OWNER] = document;
    } else if (rank > records[at + SECOND]) records[at + SECOND] = rank;
  }
  return records;
}
