import type { NgramColumn } from "./ngram-column.ts";
import type { TallyTools } from "./tally-ngrams.ts";
import type { TokenCorpus } from "./token-corpus.ts";

/** Numbers of a record: how often a token occurred, and its latest document, from 1. Together they share a cache line. */
const RECORD = 2;

/** 1 for equal numbers, 0 for others. In half of all cases a document has had a token before: a branch would be guessed wrong. */
const areEqual = (one: number, other: number): number => ((one ^ other) - 1) >>> 31;

/** The column of single tokens. */
export function tallyTokens(
  { tokens, offsets, vocabulary }: Pick<TokenCorpus, "tokens" | "offsets" | "vocabulary">,
  { memory }: TallyTools,
): NgramColumn {
  const different = vocabulary.length;
  const documents = offsets.length - 1;
  const column = (length: number): Uint32Array => new Uint32Array(memory(length * Uint32Array.BYTES_PER_ELEMENT));
  const records = new Int32Array(different * RECORD);
  // Room for all: what is not written to costs nothing. One more, because each is written before it is known to be a repeat.
  const repeats = new Int32Array(memory((tokens.length + 1) * Int32Array.BYTES_PER_ELEMENT));
  let used = 0;
  for (let document = 0; document < documents; document++) {
    const end = offsets[document + 1];
    for (let position = offsets[document]; position < end; position++) {
      const at = tokens[position] << 1;
      records[at]++;
      repeats[used] = position;
      used = (used + areEqual(records[at + 1], document + 1)) | 0;
      records[at + 1] = document + 1;
    }
  }
  const counts = column(different);
  for (let id = 0; id < different; id++) counts[id] = records[id * RECORD];
  const documentFrequencies = column(different);
  documentFrequencies.set(counts);
  for (let at = 0; at < used; at++) documentFrequencies[tokens[repeats[at]]]--;
  const exclusive = column(documents);
  for (let id = 0; id < different; id++) {
    if (documentFrequencies[id] === 1) exclusive[records[id * RECORD + 1] - 1]++;
  }
  const total = tokens.length;
  return {
    order: 1,
    ids: tokens,
    counts,
    documentFrequencies,
    once: 0,
    total,
    repeats: repeats.subarray(0, used),
    exclusive,
  };
}
