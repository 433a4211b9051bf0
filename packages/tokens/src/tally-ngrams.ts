import type { Memory, NgramColumn } from "./ngram-column.ts";
import type { Scratch } from "./scratch.ts";
import { COPIED, DOCUMENT, END, FRESH, SOURCE, STRETCH } from "./ngram-stretches.ts";

/** N-grams of which those that are not copied have their ids. */
interface NumberedNgrams {
  readonly ids: Int32Array;
  /** How many ids there are. */
  readonly different: number;
  readonly documents: number;
}

/** What is counted in one reading. */
export type NgramTallies = Pick<
  NgramColumn,
  "counts" | "documentFrequencies" | "once" | "total" | "repeats" | "exclusive"
>;

/** Numbers of a record: how often an n-gram occurred, and the latest document that has it, from 1. Together they share a cache line. */
const RECORD = 2;

/** What all columns of a corpus are counted with. */
export interface TallyTools {
  readonly records: Scratch;
  readonly memory: Memory;
}

/**
 * Gives copied positions the ids of their sources, and counts n-grams, the documents that hold them, and what documents
 * repeat. Positions are read in order: what one stretch copies may itself be copied, or begin within its own source.
 */
export function tallyNgrams(
  { ids, different, documents }: NumberedNgrams,
  stretches: Int32Array,
  { records: scratch, memory }: TallyTools,
): NgramTallies {
  const column = (length: number): Uint32Array => new Uint32Array(memory(length * Uint32Array.BYTES_PER_ELEMENT));
  const records = scratch.zeros(different * RECORD);
  const exclusive = column(documents);
  // Room for all: what is not written to costs nothing.
  const repeats = new Int32Array(memory(ids.length * Int32Array.BYTES_PER_ELEMENT));
  let used = 0;
  let once = 0;
  let total = 0;
  for (let stretch = 0; stretch < stretches.length; stretch += STRETCH) {
    const document = (stretches[stretch + DOCUMENT] + 1) | 0;
    const fresh = stretches[stretch + FRESH];
    const copied = stretches[stretch + COPIED];
    const end = stretches[stretch + END];
    let alone = 0;
    for (let position = fresh; position < copied; position++) {
      const id = ids[position];
      if (id < 0) {
        alone++;
        continue;
      }
      const at = id << 1;
      records[at]++;
      if (records[at + 1] === document) repeats[used++] = position;
      else records[at + 1] = document;
    }
    // What stands elsewhere too has an id. It is counted as it is copied: a loop for both kinds would have to read it again.
    for (let position = copied, source = stretches[stretch + SOURCE]; position < end; position++, source++) {
      const id = ids[source];
      const at = id << 1;
      ids[position] = id;
      records[at]++;
      if (records[at + 1] === document) repeats[used++] = position;
      else records[at + 1] = document;
    }
    exclusive[document - 1] += alone;
    once += alone;
    total += end - fresh;
  }
  const counts = column(different);
  for (let id = 0; id < different; id++) counts[id] = records[id * RECORD];
  const documentFrequencies = column(different);
  documentFrequencies.set(counts);
  for (let at = 0; at < used; at++) documentFrequencies[ids[repeats[at]]]--;
  for (let id = 0; id < different; id++) {
    if (documentFrequencies[id] === 1) exclusive[records[id * RECORD + 1] - 1]++;
  }
  return { counts, documentFrequencies, once, total, repeats: repeats.subarray(0, used), exclusive };
}
