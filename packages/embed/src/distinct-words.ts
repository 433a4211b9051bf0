import type { TokenCorpus } from "@corpulse/tokens";

/** The different words of one document. */
export interface DocumentWords {
  /** How many there are: what stands beyond it is left from other documents. */
  readonly count: number;
  readonly ids: Int32Array;
  /** How often each stands in the document, by its id. Who has read one sets it to 0 again, before the next document. */
  readonly frequencyOf: Int32Array;
}

/**
 * Prepares to give the different words of documents; each call overwrites what the one before gave. New words are counted
 * without a branch: whether a word is new cannot be predicted. Frequencies stay where they are counted, because copying them
 * would cost as much as what they are for.
 */
export function distinctWords({ tokens, offsets, vocabulary }: TokenCorpus): (document: number) => DocumentWords {
  // One more, because every token is written where the next new word would stand. What is not written takes no memory.
  const ids = new Int32Array(vocabulary.length + 1);
  const frequencyOf = new Int32Array(vocabulary.length);
  return (document) => {
    let count = 0;
    const end = offsets[document + 1];
    for (let position = offsets[document]; position < end; position++) {
      const id = tokens[position];
      const before = frequencyOf[id];
      frequencyOf[id] = before + 1;
      ids[count] = id;
      count += (before - 1) >>> 31;
    }
    return { count, ids, frequencyOf };
  };
}
