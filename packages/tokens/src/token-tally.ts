import { Column } from "./column.ts";
import type { Memory, NgramColumn } from "./ngram-column.ts";
import type { TokenCorpus } from "./token-corpus.ts";

/** Numbers of a record: how often a token occurred, and its latest document, from 1. Together they share a cache line. */
const RECORD = 2;

/** 1 for equal numbers, 0 for others. In half of all cases a document has had a token before: a branch would be guessed wrong. */
const areEqual = (one: number, other: number): number => ((one ^ other) - 1) >>> 31;

/** Tallies the single tokens of a corpus, which may grow between two readings. */
export class TokenTally {
  readonly #memory: Memory;
  readonly #repeats: Column<Int32Array>;
  #records = new Int32Array(0);
  #documents = 0;

  /** Makes room for the repeats of so many tokens: what is not written to costs nothing. */
  constructor(memory: Memory, tokens: number) {
    this.#memory = memory;
    // One more, because each is written before it is known to be a repeat.
    this.#repeats = new Column((length) => new Int32Array(memory(length * Int32Array.BYTES_PER_ELEMENT)), tokens + 1);
  }

  /** Reads the documents that have come since the last time. */
  read({ tokens, offsets, vocabulary }: Pick<TokenCorpus, "tokens" | "offsets" | "vocabulary">): void {
    const documents = offsets.length - 1;
    const records = this.#recordsFor(vocabulary.length);
    let used = this.#repeats.length;
    const repeats = this.#repeats.reserve(used + offsets[documents] - offsets[this.#documents] + 1);
    for (let document = this.#documents; document < documents; document++) {
      const end = offsets[document + 1];
      for (let position = offsets[document]; position < end; position++) {
        const at = tokens[position] << 1;
        records[at]++;
        repeats[used] = position;
        used = (used + areEqual(records[at + 1], document + 1)) | 0;
        records[at + 1] = document + 1;
      }
    }
    this.#repeats.length = used;
    this.#documents = documents;
  }

  /** The column of the single tokens of a corpus that has been read. */
  column({ tokens, vocabulary }: Pick<TokenCorpus, "tokens" | "vocabulary">): NgramColumn {
    const different = vocabulary.length;
    const records = this.#recordsFor(different);
    const repeats = this.#repeats.view();
    const column = (length: number): Uint32Array =>
      new Uint32Array(this.#memory(length * Uint32Array.BYTES_PER_ELEMENT));
    const counts = column(different);
    for (let id = 0; id < different; id++) counts[id] = records[id * RECORD];
    const documentFrequencies = column(different);
    documentFrequencies.set(counts);
    for (let at = 0; at < repeats.length; at++) documentFrequencies[tokens[repeats[at]]]--;
    const exclusive = column(this.#documents);
    for (let id = 0; id < different; id++) {
      if (documentFrequencies[id] === 1) exclusive[records[id * RECORD + 1] - 1]++;
    }
    return { order: 1, ids: tokens, counts, documentFrequencies, once: 0, total: tokens.length, repeats, exclusive };
  }

  #recordsFor(words: number): Int32Array {
    if (this.#records.length < words * RECORD) {
      const grown = new Int32Array(words * RECORD * 2);
      grown.set(this.#records);
      this.#records = grown;
    }
    return this.#records;
  }
}
