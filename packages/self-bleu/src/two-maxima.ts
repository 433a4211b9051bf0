import type { NgramColumn } from "@corpulse/tokens";

/** A run of documents of a corpus, `from` included and `to` not. */
export interface DocumentRange {
  readonly from: number;
  readonly to: number;
}

/** For every n-gram of a column the two largest counts that documents of a range have of it. */
export interface TwoMaxima {
  /** By n-gram id: where its record begins, or {@link NEVER} or {@link ALWAYS} when it needs none. */
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

/** What no reference has that is not the candidate itself. */
export const NEVER = -1;
/** What some other reference has as often as any candidate has it. */
export const ALWAYS = -2;

const NONE = -1;

/** Where records begin by id, and where the last one ends. */
interface Records {
  readonly recordOf: Int32Array;
  readonly end: number;
}

/**
 * Gives records to the n-grams that need one. When the references are the candidates themselves, the document frequencies
 * settle most: what one document alone has is never matched, and what several have once each is always.
 */
function assignRecords(counts: Uint32Array, frequencies: Uint32Array | undefined): Records {
  const recordOf = new Int32Array(counts.length);
  let end = 0;
  for (let id = 0; id < counts.length; id++) {
    if ((frequencies ?? counts)[id] === 1) recordOf[id] = NEVER;
    else if (frequencies?.[id] === counts[id]) recordOf[id] = ALWAYS;
    else {
      recordOf[id] = end;
      end += RECORD;
    }
  }
  return { recordOf, end };
}

/**
 * The two largest counts per n-gram, with the owner of the largest. They give the largest count among all documents but one
 * in constant time: without the owner it is the second, without any other document the first (ties change nothing,
 * because then the two are equal). So a document is scored against all others without comparing it to each.
 *
 * The counts of a document grow while it is read: the k-th occurrence of an n-gram is all that is needed to update both.
 *
 * `frequencies`, in how many documents each n-gram occurs, are for references that are the whole corpus and the candidates.
 */
export function twoMaxima(
  column: NgramColumn,
  offsets: Uint32Array,
  { from, to }: DocumentRange,
  frequencies?: Uint32Array,
): TwoMaxima {
  const { ids, counts, order } = column;
  const { recordOf, end: length } = assignRecords(counts, frequencies);
  const records = new Int32Array(length);
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
