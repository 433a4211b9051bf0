import type { TokenCorpus } from "@corpulse/tokens";
import { distinctWords } from "./distinct-words.ts";
import { DocumentRows } from "./document-rows.ts";
import type { RowKernel } from "./row-kernel.ts";
import type { WordVectors } from "./word-vectors.ts";

/** The rows of a corpus, added up some documents at a time. */
export interface CorpusRows {
  /** Adds the documents from one up to another, where those before are added already. */
  readonly add: (from: number, to: number) => void;
  /** Gives all rows. */
  readonly finish: () => Float32Array;
}

/** Adds up each row from nothing. */
export function corpusRows(
  corpus: TokenCorpus,
  dimensions: number,
  kernel: RowKernel,
  vectors: WordVectors,
): CorpusRows {
  const data = new Float32Array((corpus.offsets.length - 1) * dimensions);
  const rows = new DocumentRows(data, dimensions, kernel, vectors);
  const wordsOf = distinctWords(corpus);
  return {
    add(from, to) {
      // What is called for each document is compiled once, a loop over all of them again wherever it is entered.
      corpus.offsets.subarray(from, to).forEach((_, at) => rows.add(wordsOf(from + at)));
    },
    finish() {
      rows.finish();
      return data;
    },
  };
}
