import { documentAt } from "./document-at.ts";
import type { NgramColumn } from "./ngram-column.ts";
import type { TallyTools } from "./tally-ngrams.ts";
import type { TokenCorpus } from "./token-corpus.ts";

/** Numbers of a record: how often a token occurred, and one more than where it did last. Together they share a cache line. */
const RECORD = 2;

/** 1 for equal numbers, 0 for others. In half of all cases a document has had a token before: a branch would be guessed wrong. */
const sign = (value: number): number => value >>> 31;

/** The column of single tokens, and where a document has one more than once. */
export function tallyTokens(
  { tokens, offsets, vocabulary }: Pick<TokenCorpus, "tokens" | "offsets" | "vocabulary">,
  { memory, recurrences }: TallyTools,
): NgramColumn {
  const different = vocabulary.length;
  const documents = offsets.length - 1;
  const { marks } = recurrences;
  const column = (length: number): Uint32Array => new Uint32Array(memory(length * Uint32Array.BYTES_PER_ELEMENT));
  const records = new Int32Array(different * RECORD);
  // Room for all: what is not written to costs nothing. One more, because each is written before it is known to be a repeat.
  const repeats = new Int32Array(memory((tokens.length + 1) * Int32Array.BYTES_PER_ELEMENT));
  let used = 0;
  for (let document = 0; document < documents; document++) {
    const begin = offsets[document];
    const end = offsets[document + 1];
    for (let position = begin; position < end; position++) {
      const at = tokens[position] << 1;
      records[at]++;
      const met = (records[at + 1] - 1) | 0;
      records[at + 1] = position + 1;
      const fresh = sign(met - begin);
      const repeat = 1 - fresh;
      repeats[used] = position;
      used = (used + repeat) | 0;
      const first = position + ((met - position) & -repeat);
      marks[first >>> 5] |= repeat << first;
      marks[position >>> 5] |= repeat << position;
    }
  }
  recurrences.most = used * 2;
  const counts = column(different);
  for (let id = 0; id < different; id++) counts[id] = records[id * RECORD];
  const documentFrequencies = column(different);
  documentFrequencies.set(counts);
  for (let at = 0; at < used; at++) documentFrequencies[tokens[repeats[at]]]--;
  const exclusive = column(documents);
  for (let id = 0; id < different; id++) {
    if (documentFrequencies[id] === 1) exclusive[documentAt(offsets, records[id * RECORD + 1] - 1)]++;
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
