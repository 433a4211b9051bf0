import type { DocumentRange } from "./document-range.ts";

/** How long documents are, in tokens. */
export interface DocumentLengths {
  readonly lengths: Uint32Array;
  /** By length, how many documents have it. */
  readonly counts: Uint32Array;
}

/** The lengths of some documents of a corpus, of which none has more than `longest` tokens. */
export function documentLengths(offsets: Uint32Array, { from, to }: DocumentRange, longest: number): DocumentLengths {
  const lengths = new Uint32Array(to - from);
  const counts = new Uint32Array(longest + 1);
  // What is called for each document is compiled once, a loop over all of them again wherever it is entered.
  offsets.subarray(from, to).forEach((begin, at) => {
    const length = offsets[from + at + 1] - begin;
    lengths[at] = length;
    counts[length]++;
  });
  return { lengths, counts };
}
