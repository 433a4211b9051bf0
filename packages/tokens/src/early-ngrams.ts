import { CopyFinder } from "./copy-finder.ts";
import type { CopiedRuns } from "./find-copies.ts";
import { IdColumns } from "./id-columns.ts";
import type { Memory } from "./memory.ts";
import type { NgramColumn } from "./ngram-column.ts";
import type { TallyStart } from "./ngram-tally.ts";
import type { TokenCorpus } from "./token-corpus.ts";
import { TokenTally } from "./token-tally.ts";

/**
 * What is known of the n-grams of a corpus in one reading, and can therefore be found while it still grows.
 *
 * @example
 * ```ts
 * import { EarlyNgrams, ngramIndex, ownMemory, tokenCorpus } from "@corpulse/tokens";
 *
 * const corpus = tokenCorpus(["to be or not to be"]);
 * const early = new EarlyNgrams(ownMemory, corpus.tokens.length);
 * early.read(corpus); // and again when there are more documents
 * ngramIndex(corpus, { early }).column(2).counts; // Uint32Array [2], for "to be"
 * ```
 */
export class EarlyNgrams {
  readonly #tally: TokenTally;
  readonly #copies: CopyFinder;
  readonly #memory: Memory;
  readonly #room: number;
  readonly #orders: number;
  readonly #columns: IdColumns;

  /**
   * Has room for so many tokens, and makes more where there are more. Of n-grams of up to so many tokens it prepares the memory
   * while it reads.
   */
  constructor(memory: Memory, tokens: number, orders = 0) {
    this.#memory = memory;
    this.#room = tokens;
    this.#orders = orders;
    this.#tally = new TokenTally(memory, tokens);
    this.#copies = new CopyFinder(memory, tokens);
    this.#columns = new IdColumns(tokens, memory);
  }

  /** Reads the documents that the corpus has got since the last time. */
  read(corpus: TokenCorpus): void {
    this.#tally.read(corpus);
    this.#copies.read(corpus);
    this.#columns.prepare(this.#orders, corpus.tokens.length);
  }

  /** The column of single tokens. */
  column(corpus: TokenCorpus): NgramColumn {
    this.#tally.read(corpus);
    return this.#tally.column(corpus);
  }

  /** Where longer n-grams are copies of earlier ones. */
  runs(corpus: TokenCorpus): CopiedRuns {
    this.#copies.read(corpus);
    return this.#copies.runs();
  }

  /** What longer n-grams are counted with, once. */
  tallyStart(corpus: TokenCorpus): TallyStart {
    this.#tally.read(corpus);
    return { offsets: corpus.offsets, runs: this.runs(corpus), recurrences: this.#tally.recurrences() };
  }

  /** Where the ids of longer n-grams are written. */
  columns({ tokens }: TokenCorpus): IdColumns {
    return tokens.length <= this.#room ? this.#columns : new IdColumns(tokens.length, this.#memory);
  }
}
