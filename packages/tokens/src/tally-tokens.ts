import type { TokenCorpus } from "./token-corpus.ts";

/** Numbers of a record: how often a token occurred, and one more than where it did last. Together they share a cache line. */
export const RECORD = 2;

/** 1 where the first number is smaller, else 0. In half of all cases a document has had a token before: a branch would be guessed wrong. */
const isLess = (one: number, other: number): number => (one - other) >>> 31;

/** Where the tokens of documents are written down: records by token, where tokens repeat others, and a bit for each that is one of several. */
export interface TallyTarget {
  readonly records: Int32Array;
  readonly repeats: Int32Array;
  readonly marks: Int32Array;
}

/** Some documents of a corpus, from one up to another. */
export interface SomeDocuments extends Pick<TokenCorpus, "tokens" | "offsets"> {
  readonly from: number;
  readonly to: number;
}

/** Tallies a document, and gives the number of all repeats so far. */
function tallyDocument(
  tokens: Int32Array,
  { begin, end }: { readonly begin: number; readonly end: number },
  { records, repeats, marks }: TallyTarget,
  from: number,
): number {
  let used = from;
  for (let position = begin; position < end; position++) {
    const at = tokens[position] << 1;
    const latest = records[at + 1];
    const again = isLess(begin, latest);
    const before = (latest - again) | 0;
    records[at]++;
    records[at + 1] = position + 1;
    repeats[used] = position;
    used = (used + again) | 0;
    marks[position >>> 5] |= again << position;
    marks[before >>> 5] |= again << before;
  }
  return used;
}

/** Tallies the tokens of documents, `used` repeats having been found in those before, and gives the number of all. */
export function tallyTokens(documents: SomeDocuments, target: TallyTarget, used: number): number {
  const { tokens, offsets, from, to } = documents;
  let found = used;
  // What is called for each document is compiled once, a loop over all of them again wherever it is entered.
  offsets.subarray(from, to).forEach((begin, at) => {
    found = tallyDocument(tokens, { begin, end: offsets[from + at + 1] }, target, found);
  });
  return found;
}
