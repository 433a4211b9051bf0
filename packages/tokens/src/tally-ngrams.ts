import type { Memory, NgramColumn } from "./ngram-column.ts";

/** N-grams whose ids are known, and nothing else. */
interface NumberedNgrams extends Pick<NgramColumn, "ids" | "order"> {
  /** How many ids there are. */
  readonly different: number;
}

/** What is counted in one reading. */
export type NgramTallies = Pick<NgramColumn, "counts" | "documentFrequencies" | "total" | "repeats" | "exclusive">;

/** Numbers of a record: how often an n-gram occurred, and the latest document that has it, from 1. Together they share a cache line. */
const RECORD = 2;

/** Counts n-grams, the documents that hold them, and what documents repeat. */
export function tallyNgrams(
  { ids, order, different }: NumberedNgrams,
  offsets: Uint32Array,
  memory: Memory,
): NgramTallies {
  const column = (length: number): Uint32Array => new Uint32Array(memory(length * Uint32Array.BYTES_PER_ELEMENT));
  const documents = offsets.length - 1;
  const records = new Int32Array(different * RECORD);
  const exclusive = column(documents);
  // Room for all: what is not written to costs nothing.
  const repeats = new Int32Array(memory(ids.length * Int32Array.BYTES_PER_ELEMENT));
  let used = 0;
  let total = 0;
  for (let document = 1; document <= documents; document++) {
    const end = offsets[document];
    const first = Math.min(offsets[document - 1] + order - 1, end);
    let alone = 0;
    for (let position = first; position < end; position++) {
      const at = ids[position] * RECORD;
      if (at < 0) {
        alone++;
        continue;
      }
      records[at]++;
      if (records[at + 1] === document) repeats[used++] = position;
      else records[at + 1] = document;
    }
    exclusive[document - 1] = alone;
    total += end - first;
  }
  const counts = column(different);
  for (let id = 0; id < different; id++) counts[id] = records[id * RECORD];
  const documentFrequencies = column(different);
  documentFrequencies.set(counts);
  for (let at = 0; at < used; at++) documentFrequencies[ids[repeats[at]]]--;
  for (let id = 0; id < different; id++) {
    if (documentFrequencies[id] === 1) exclusive[records[id * RECORD + 1] - 1]++;
  }
  return { counts, documentFrequencies, total, repeats: repeats.subarray(0, used), exclusive };
}
