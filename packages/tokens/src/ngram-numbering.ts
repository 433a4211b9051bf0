import { bitSet, setBits } from "./bits.ts";
import type { CopiedRuns } from "./copy-finder.ts";
import { dealPairs, type ShorterNgrams } from "./deal-pairs.ts";
import type { EarlyNgrams } from "./early-ngrams.ts";
import { groupPairs, joinGroups } from "./group-pairs.ts";
import type { IdColumns } from "./id-columns.ts";
import type { Memory, NumberedNgrams } from "./ngram-column.ts";
import { COPIED, END, ngramStretches, SOURCE, STRETCH } from "./ngram-stretches.ts";
import { numberNgrams } from "./number-ngrams.ts";
import { Scratch } from "./scratch.ts";
import { settleIds } from "./settle-ids.ts";
import type { TokenCorpus } from "./token-corpus.ts";

/** Marks the positions that others copy. */
function markSources(stretches: Int32Array, marks: Int32Array): void {
  marks.fill(0);
  for (let at = 0; at < stretches.length; at += STRETCH) {
    const source = stretches[at + SOURCE];
    setBits(marks, source, source + stretches[at + END] - stretches[at + COPIED]);
  }
}

/**
 * Numbers the n-grams of a corpus, order by order, for a thread that leaves counting them to another: every n-gram is the pair of its prefix's id and its last token, and gets the id
 * of its first occurrence.
 *
 * Memory is what takes time here, so nothing is looked up that can be read in order: a copied position has the id of its
 * source; what is left is dealt out to parts that fit the cache and grouped there; and until an id is known, the place of the item
 * that will say it stands where the id will.
 *
 * @example
 * ```ts
 * import { EarlyNgrams, NgramNumbering, NgramTally, tokenCorpus } from "@corpulse/tokens";
 *
 * const memory = (bytes: number) => new ArrayBuffer(bytes);
 * const corpus = tokenCorpus(["a b a b"]);
 * const early = new EarlyNgrams(memory, corpus.tokens.length);
 * const pairs = new NgramNumbering(corpus, early, memory).extend(early.column(corpus));
 * new NgramTally(early.tallyStart(corpus), memory).tally(pairs).counts; // Uint32Array [2], as `ngramIndex` has them
 * ```
 */
export class NgramNumbering {
  readonly #corpus: TokenCorpus;
  readonly #memory: Memory;
  readonly #runs: CopiedRuns;
  readonly #columns: IdColumns;
  readonly #stretches = new Scratch();
  readonly #slots = new Scratch();
  /** A bit for each position. */
  readonly #sources: Int32Array;

  constructor(corpus: TokenCorpus, early: EarlyNgrams, memory: Memory) {
    this.#corpus = corpus;
    this.#memory = memory;
    this.#runs = early.runs(corpus);
    this.#columns = early.columns(corpus);
    this.#sources = bitSet(corpus.tokens.length);
  }

  /** Numbers the n-grams that are one token longer. */
  extend(previous: ShorterNgrams): NumberedNgrams {
    const { tokens, offsets } = this.#corpus;
    const order = previous.order + 1;
    const ids = this.#columns.column(order, tokens.length);
    const stretches = ngramStretches(offsets, this.#runs, order, this.#stretches);
    const pairs = dealPairs(previous, tokens, stretches, ids, (length) => this.#columns.behind(order, length));
    groupPairs(pairs, this.#slots);
    markSources(stretches, this.#sources);
    const different = numberNgrams(pairs, stretches, ids, this.#sources);
    joinGroups(pairs);
    const counts = this.#column(different);
    const exclusive = this.#column(offsets.length - 1);
    const { items } = pairs;
    return { order, ids, different, counts, exclusive, ...settleIds({ ids, counts, exclusive, items }, stretches) };
  }

  #column(length: number): Uint32Array {
    return new Uint32Array(this.#memory(length * Uint32Array.BYTES_PER_ELEMENT));
  }
}
