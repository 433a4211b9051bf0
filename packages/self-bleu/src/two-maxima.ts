import type { NgramColumn } from "@corpulse/tokens";

/** A run of documents of a corpus, `from` included and `to` not. */
export interface DocumentRange {
  readonly from: number;
  readonly to: number;
}

/** For every n-gram of a column the two largest counts that documents of a range have of it. */
export interface TwoMaxima {
  /** By n-gram id: which record belongs to it, or −1 when it occurs but once in the corpus and needs none. */
  readonly recordOf: Int32Array;
  /** Records of {@link RECORD} numbers: see the offsets below. */
  readonly records: Int32Array;
}

/** Largest count in one document. */
export const LARGEST = 0;
/** Largest count in any document but the owner. */
export const SECOND = 1;
/** A document that has the largest count: any one of those that tie. */
export const OWNER = 2;
/** The document that was met last, and how often the n-gram has occurred in it so far. */
export const LAST = 3;
export const RANK = 4;
/** Numbers of a record. They lie side by side because a record is met at random: one cache miss, not five. */
export const RECORD = 5;

const NONE = -1;

function assignRecords(counts: Uint32Array): Int32Array {
  const recordOf = new Int32Array(counts.length);
  let used = 0;
  for (let id = 0; id < counts.length; id++) recordOf[id] = counts[id] > 1 ? used++ * RECORD : NONE;
  return recordOf;
}

/**
 * The two largest counts per n-gram, with the owner of the largest. They give the largest count among all documents but one
 * in constant time: without the owner it is the second, without any other document the first (ties change nothing,
 * because then the two are equal). So a document is scored against all others without comparing it to each.
 *
 * The counts of a document grow while it is read: the k-th occurrence of an n-gram is all that is needed to update both.
 */
export function twoMaxima(column: NgramColumn, offsets: Uint32Array, { from, to }: DocumentRange): TwoMaxima {
  const { ids, counts, order } = column;
  const recordOf = assignRecords(counts);
  const records = new Int32Array(recordOf.reduce((end, at) => (at < 0 ? end : at + RECORD), 0));
  for (let at = 0; at < records.length; at += RECORD) records[at + OWNER] = records[at + LAST] = NONE;
  for (let document = from; document < to; document++) {
    const end = offsets[document + 1];
    for (let position = offsets[document] + order - 1; position < end; position++) {
      const at = recordOf[ids[position]];
      if (at < 0) continue;
      const rank = records[at + LAST] === document ? records[at + RANK] + 1 : 1;
      records[at + LAST] = document;
      records[at + RANK] = rank;
      if (records[at + OWNER] === document) records[at + LARGEST] = rank;
      else if (rank > records[at + LARGEST]) {
        records[at + SECOND] = records[at + LARGEST];
        records[at + LARGEST] = rank;
        records[at + OWNER] = document;
      } else if (rank > records[at + SECOND]) records[at + SECOND] = rank;
    }
  }
  return { recordOf, records };
}
