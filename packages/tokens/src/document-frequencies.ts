import type { NgramColumn } from "./ngram-index.ts";
import type { TokenCorpus } from "./token-corpus.ts";

/**
 * In how many documents each n-gram of a column occurs, by id: its count, less the times that a document repeats it. Most
 * documents repeat few, so that mostly one array is read.
 */
export function documentFrequencies({ offsets }: TokenCorpus, { ids, order, counts }: NgramColumn): Uint32Array {
  const frequencies = counts.slice();
  // Documents are numbered from 1 here: 0 marks an n-gram that has not been met.
  const latest = new Uint32Array(counts.length);
  for (let document = 1; document < offsets.length; document++) {
    const end = offsets[document];
    for (let position = offsets[document - 1] + order - 1; position < end; position++) {
      const id = ids[position];
      if (latest[id] === document) frequencies[id]--;
      else latest[id] = document;
    }
  }
  return frequencies;
}
