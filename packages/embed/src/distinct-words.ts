import type { TokenCorpus } from "@corpulse/tokens";

/** The different words of one document, in order of first appearance, which makes sums over words independent of ids. */
export interface DocumentWords {
  /** How many there are: what stands beyond it is left from other documents. */
  readonly count: number;
  readonly ids: Int32Array;
  /** How often each stands in the document. */
  readonly frequencies: Int32Array;
}

/** The different words of each document. */
export interface DistinctWords {
  /** In how many documents each word stands. */
  readonly documentFrequencies: Uint32Array;
  /** The words of a document; the next call overwrites them. */
  readonly ofDocument: (document: number) => DocumentWords;
}

function longestDocument({ offsets }: TokenCorpus): number {
  let longest = 0;
  for (let at = 1; at < offsets.length; at++) longest = Math.max(longest, offsets[at] - offsets[at - 1]);
  return longest;
}

/** Counts words within documents. */
export function distinctWords(corpus: TokenCorpus): DistinctWords {
  const { tokens, offsets, vocabulary } = corpus;
  const room = Math.min(vocabulary.length, longestDocument(corpus));
  const ids = new Int32Array(room);
  const frequencies = new Int32Array(room);
  /** Where a word of this document stands among `ids`, counted from 1. */
  const places = new Int32Array(vocabulary.length);
  const ofDocument = (document: number): DocumentWords => {
    let count = 0;
    const end = offsets[document + 1];
    for (let position = offsets[document]; position < end; position++) {
      const id = tokens[position];
      const place = places[id];
      if (place > 0) {
        frequencies[place - 1]++;
        continue;
      }
      ids[count] = id;
      frequencies[count++] = 1;
      places[id] = count;
    }
    for (let place = 0; place < count; place++) places[ids[place]] = 0;
    return { count, ids, frequencies };
  };
  const documentFrequencies = new Uint32Array(vocabulary.length);
  for (let document = 0; document + 1 < offsets.length; document++) {
    const { count } = ofDocument(document);
    for (let place = 0; place < count; place++) documentFrequencies[ids[place]]++;
  }
  return { documentFrequencies, ofDocument };
}
