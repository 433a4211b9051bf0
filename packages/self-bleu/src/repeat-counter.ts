import type { NgramColumn, TokenCorpus } from "@corpulse/tokens";
import type { RecordNumbers } from "./record-numbers.ts";

/** How often documents have the n-grams that they repeat, document after document. Numbers of one pair stand at one place. */
export interface RepeatedCounts {
  /** The record of the n-gram. */
  readonly records: Int32Array;
  /** How often the document has it: at least twice. */
  readonly counts: Int32Array;
  /** Where each document's pairs end. */
  readonly ends: Uint32Array;
}

/** Counts, from the places of repeats, what documents have more than once of n-grams that have a record. */
export type RepeatCounter = (column: NgramColumn, repeats: Int32Array, numbers: RecordNumbers) => RepeatedCounts;

/** Makes a counter for a corpus. Each call writes where the one before has written: fresh memory would take as long as the counting. */
export function repeatCounter({ tokens, offsets }: TokenCorpus): RepeatCounter {
  // Room for all: what is not written to costs nothing.
  const records = new Int32Array(tokens.length);
  const counts = new Int32Array(tokens.length);
  const ends = new Uint32Array(offsets.length - 1);
  return ({ ids }, repeats, { recordOf, size }) => {
    /** By record, one more than the place of its latest pair. */
    const places = new Int32Array(size);
    let used = 0;
    let next = 0;
    for (let document = 0; document < ends.length; document++) {
      const end = offsets[document + 1];
      const begin = used;
      for (; next < repeats.length && repeats[next] < end; next++) {
        const record = recordOf[ids[repeats[next]]];
        if (record < 0) continue;
        const place = places[record] - 1;
        if (place >= begin) counts[place]++;
        else {
          records[used] = record;
          counts[used++] = 2;
          places[record] = used;
        }
      }
      ends[document] = used;
    }
    return { records: records.subarray(0, used), counts: counts.subarray(0, used), ends };
  };
}
