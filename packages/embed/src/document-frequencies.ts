import type { TokenCorpus } from "@corpulse/tokens";

/** In how many documents each word stands. Counted without a branch, as it could not be predicted. */
export function documentFrequencies({ tokens, offsets, vocabulary }: TokenCorpus): Uint32Array {
  const frequencies = new Uint32Array(vocabulary.length);
  /** The last document so far that holds the word. */
  const last = new Int32Array(vocabulary.length).fill(-1);
  for (let document = 0; document + 1 < offsets.length; document++) {
    const end = offsets[document + 1];
    for (let position = offsets[document]; position < end; position++) {
      const id = tokens[position];
      const before = last[id];
      last[id] = document;
      frequencies[id] += (before - document) >>> 31;
    }
  }
  return frequencies;
}
