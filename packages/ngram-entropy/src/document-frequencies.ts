import type { NgramColumn, TokenCorpus } from "@corpulse/tokens";

/** In how many documents each n-gram of a column occurs, by id. */
export function documentFrequencies({ offsets }: TokenCorpus, { ids, order, counts }: NgramColumn): Uint32Array {
  const frequencies = new Uint32Array(counts.length);
  // Documents are numbered from 1 here: 0 marks an n-gram that has not been met.
  const latest = new Uint32Array(counts.length);
  for (let document = 1; document < offsets.length; document++) {
    for (let position = offsets[document - 1] + order - 1; position < offsets[document]; position++) {
      const id = ids[position];
      if (latest[id] === document) continue;
      latest[id] = document;
      frequencies[id]++;
    }
  }
  return frequencies;
}
