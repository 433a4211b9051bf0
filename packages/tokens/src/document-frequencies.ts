import type { NgramColumn } from "./ngram-index.ts";
import type { TokenCorpus } from "./token-corpus.ts";

/**
 * In how many documents each n-gram of a column occurs, by id: its count, less the times that a document repeats it. Most
 * documents repeat few, so that mostly one array is read. Where none repeats any, the counts themselves are the answer: of long
 * n-grams there are millions.
 */
export function documentFrequencies({ offsets }: TokenCorpus, { ids, order, counts }: NgramColumn): Uint32Array {
  let frequencies = counts;
  // Documents are numbered from 1 here: 0 marks an n-gram that has not been met.
  const latest = new Uint32Array(counts.length);
  for (let document = 1; document < offsets.length; document++) {
    const end = offsets[document];
    for (let position = offsets[document - 1] + order - 1; position < end; position++) {
      const id = ids[position];
      if (latest[id] !== document) latest[id] = document;
      else {
        if (frequencies === counts) frequencies = counts.slice();
        frequencies[id]--;
      }
    }
  }
  return frequencies;
}
