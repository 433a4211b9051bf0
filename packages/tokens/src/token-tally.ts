import { bitWords } from "./bits.ts";
import { Column } from "./column.ts";
import { documentAt } from "./document-at.ts";
import type { Recurrences } from "./find-repeats.ts";
import { int32, type Memory, uint32 } from "./memory.ts";
import type { NgramColumn } from "./ngram-column.ts";
import { type NgramLoops, ngramLoops } from "./ngram-loops.ts";
import { RECORD } from "./tally-tokens.ts";
import type { TokenCorpus } from "./token-corpus.ts";

/** Tallies the single tokens of a corpus, which may grow between two readings. */
export class TokenTally {
  readonly #memory: Memory;
  readonly #repeats: Column<Int32Array>;
  readonly #marks: Column<Int32Array>;
  readonly #loops: NgramLoops;
  #records: Int32Array = new Int32Array(0);
  #documents = 0;

  /** Makes room for the repeats of so many tokens: what is not written to costs nothing. */
  constructor(memory: Memory, tokens: number) {
    this.#memory = memory;
    this.#loops = ngramLoops(memory);
    // One more, because each is written before it is known to be a repeat.
    const numbers = (length: number): Int32Array => int32(memory, length);
    this.#repeats = new Column(numbers, tokens + 1);
    this.#marks = new Column(numbers, bitWords(tokens + 1));
  }

  /** Reads the documents that have come since the last time. */
  read({ tokens, offsets, vocabulary }: Pick<TokenCorpus, "tokens" | "offsets" | "vocabulary">): void {
    const documents = offsets.length - 1;
    const records = this.#recordsFor(vocabulary.length);
    const used = this.#repeats.length;
    const repeats = this.#repeats.reserve(used + offsets[documents] - offsets[this.#documents] + 1);
    const words = bitWords(offsets[documents] + 1);
    const marks = this.#marks.reserve(words);
    this.#marks.length = words;
    const some = { tokens, offsets, from: this.#documents, to: documents };
    this.#repeats.length = this.#loops.tallyTokens(some, { records, repeats, marks }, used);
    this.#documents = documents;
  }

  /** The column of the single tokens of a corpus that has been read. */
  column({ tokens, offsets, vocabulary }: Pick<TokenCorpus, "tokens" | "offsets" | "vocabulary">): NgramColumn {
    const different = vocabulary.length;
    const records = this.#recordsFor(different);
    const repeats = this.#repeats.view();
    const column = (length: number): Uint32Array => uint32(this.#memory, length);
    const counts = column(different);
    for (let id = 0; id < different; id++) counts[id] = records[id * RECORD];
    const documentFrequencies = column(different);
    documentFrequencies.set(counts);
    for (let at = 0; at < repeats.length; at++) documentFrequencies[tokens[repeats[at]]]--;
    const exclusive = column(this.#documents);
    for (let id = 0; id < different; id++) {
      if (documentFrequencies[id] === 1) exclusive[documentAt(offsets, records[id * RECORD + 1] - 1)]++;
    }
    return { order: 1, ids: tokens, counts, documentFrequencies, once: 0, total: tokens.length, repeats, exclusive };
  }

  /** Where tokens stand that their document has twice. */
  recurrences(): Recurrences {
    return { marks: this.#marks.view(), most: this.#repeats.length * 2 };
  }

  #recordsFor(words: number): Int32Array {
    if (this.#records.length < words * RECORD) {
      const grown = int32(this.#memory, words * RECORD * 2);
      grown.set(this.#records);
      this.#records = grown;
    }
    return this.#records;
  }
}
