import { bitWords } from "./bits.ts";
import { Column } from "./column.ts";
import { documentAt } from "./document-at.ts";
import type { Recurrences } from "./find-repeats.ts";
import type { Memory, NgramColumn } from "./ngram-column.ts";
import type { TokenCorpus } from "./token-corpus.ts";

/** Numbers of a record: how often a token occurred, and one more than where it did last. Together they share a cache line. */
const RECORD = 2;

/** 1 where the first number is smaller, else 0. In half of all cases a document has had a token before: a branch would be guessed wrong. */
const isLess = (one: number, other: number): number => (one - other) >>> 31;

/** Where the tokens of documents are written down. */
interface TallyTarget {
  readonly records: Int32Array;
  readonly repeats: Int32Array;
  readonly marks: Int32Array;
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

/** Tallies the single tokens of a corpus, which may grow between two readings. */
export class TokenTally {
  readonly #memory: Memory;
  readonly #repeats: Column<Int32Array>;
  readonly #marks: Column<Int32Array>;
  #records = new Int32Array(0);
  #documents = 0;

  /** Makes room for the repeats of so many tokens: what is not written to costs nothing. */
  constructor(memory: Memory, tokens: number) {
    this.#memory = memory;
    // One more, because each is written before it is known to be a repeat.
    const numbers = (length: number): Int32Array => new Int32Array(memory(length * Int32Array.BYTES_PER_ELEMENT));
    this.#repeats = new Column(numbers, tokens + 1);
    this.#marks = new Column(numbers, bitWords(tokens + 1));
  }

  /** Reads the documents that have come since the last time. */
  read({ tokens, offsets, vocabulary }: Pick<TokenCorpus, "tokens" | "offsets" | "vocabulary">): void {
    const documents = offsets.length - 1;
    const records = this.#recordsFor(vocabulary.length);
    let used = this.#repeats.length;
    const repeats = this.#repeats.reserve(used + offsets[documents] - offsets[this.#documents] + 1);
    const words = bitWords(offsets[documents] + 1);
    const marks = this.#marks.reserve(words);
    this.#marks.length = words;
    const target = { records, repeats, marks };
    let begin = offsets[this.#documents];
    offsets.subarray(this.#documents + 1).forEach((end) => {
      used = tallyDocument(tokens, { begin, end }, target, used);
      begin = end;
    });
    this.#repeats.length = used;
    this.#documents = documents;
  }

  /** The column of the single tokens of a corpus that has been read. */
  column({ tokens, offsets, vocabulary }: Pick<TokenCorpus, "tokens" | "offsets" | "vocabulary">): NgramColumn {
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
      const grown = new Int32Array(words * RECORD * 2);
      grown.set(this.#records);
      this.#records = grown;
    }
    return this.#records;
  }
}
