import type { NgramColumn } from "@corpulse/tokens";
import { type RecordNumbers, SETTLED } from "./record-numbers.ts";

/** A run of documents of a corpus, `from` included and `to` not. */
export interface DocumentRange {
  readonly from: number;
  readonly to: number;
}

/** The occurrences of n-grams that a reference holds. */
export interface Occurrences {
  /** The first document of the range. */
  readonly from: number;
  /** For each document, how many are the document's first of their n-gram. */
  readonly firsts: Uint32Array;
  /** Where all others end: a document has had the n-gram before. Some may be of n-grams that no reference holds. */
  readonly repeats: Int32Array;
}

/** Tells first occurrences from repeats. Firsts need no more than to be counted, and in text most of them are firsts. */
export function splitOccurrences(
  { ids, order }: NgramColumn,
  offsets: Uint32Array,
  { from, to }: DocumentRange,
  { recordOf, size }: RecordNumbers,
): Occurrences {
  const firsts = new Uint32Array(to - from);
  const repeats = new Int32Array(offsets[to] - offsets[from]);
  // Documents are numbered from 1 here: 0 marks an n-gram that has not been met.
  const latest = new Uint32Array(size);
  let used = 0;
  for (let document = from; document < to; document++) {
    const end = offsets[document + 1];
    let first = 0;
    for (let position = offsets[document] + order - 1; position < end; position++) {
      // An n-gram without an id occurs once, so not on both sides.
      const record = ids[position] < 0 ? SETTLED : recordOf[ids[position]];
      if (record === SETTLED) continue;
      if (latest[record] === document + 1) repeats[used++] = position;
      else {
        latest[record] = document + 1;
        first++;
      }
    }
    firsts[document - from] = first;
  }
  return { from, firsts, repeats: repeats.slice(0, used) };
}
