import type { RepeatedCounts } from "./repeat-counter.ts";

/** Largest count in one document. */
export const LARGEST = 0;
/** Largest count in any document but the owner. */
export const SECOND = 1;
/** A document that has the largest count, any one of those that tie; −1 while none is known to have more than one. */
export const OWNER = 2;
/** Numbers of a record. They lie side by side because a record is met at random: one cache miss, not three. */
export const RECORD = 4;

/**
 * Records, {@link RECORD} numbers each, of the two largest counts per n-gram, with the owner of the largest. They give the
 * largest count among all documents but one in constant time: without the owner it is the second, without any other document
 * the first (ties change nothing, because then the two are equal). So a document is scored against all others without
 * comparing it to each.
 *
 * Only what documents have more than once needs reading: an n-gram has a record because enough references hold it once.
 */
export function twoMaxima({ records: numbers, counts, ends }: RepeatedCounts, size: number): Int32Array {
  const records = new Int32Array(size * RECORD);
  for (let at = 0; at < records.length; at += RECORD) {
    records[at + LARGEST] = records[at + SECOND] = 1;
    records[at + OWNER] = -1;
  }
  for (let document = 0, place = 0; document < ends.length; document++) {
    for (; place < ends[document]; place++) {
      const at = numbers[place] * RECORD;
      const count = counts[place];
      if (count > records[at + LARGEST]) {
        records[at + SECOND] = records[at + LARGEST];
        records[at + LARGEST] = count;
        records[at + OWNER] = document;
      } else if (count > records[at + SECOND]) records[at + SECOND] = count;
    }
  }
  return records;
}
