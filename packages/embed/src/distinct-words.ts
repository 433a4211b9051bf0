import type { TokenCorpus } from "@corpulse/tokens";

/** The different words of each document. */
export interface DistinctWords {
  /** In how many documents each word stands. */
  readonly documentFrequencies: Uint32Array;
  /** Calls `visit` with each different word of a document, in order of first appearance, and how often it stands there. */
  ofDocument(document: number, visit: (id: number, count: number) => void): void;
}

/** Counts words within documents; the order of first appearance makes sums over words independent of their ids. */
export function distinctWords({ tokens, offsets, vocabulary }: TokenCorpus): DistinctWords {
  const counts = new Uint32Array(vocabulary.length);
  const seen: number[] = [];
  const ofDocument = (document: number, visit: (id: number, count: number) => void): void => {
    seen.length = 0;
    for (let position = offsets[document]; position < offsets[document + 1]; position++) {
      const id = tokens[position];
      if (counts[id]++ === 0) seen.push(id);
    }
    for (const id of seen) {
      visit(id, counts[id]);
      counts[id] = 0;
    }
  };
  const documentFrequencies = new Uint32Array(vocabulary.length);
  for (let document = 0; document + 1 < offsets.length; document++) {
    ofDocument(document, (id) => {
      documentFrequencies[id]++;
    });
  }
  return { documentFrequencies, ofDocument };
}
