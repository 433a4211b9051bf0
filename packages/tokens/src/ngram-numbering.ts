import { bitWords, setBits } from "./bits.ts";
import type { CopiedRuns } from "./find-copies.ts";
import { dealPairs, type ShorterNgrams } from "./deal-pairs.ts";
import type { EarlyNgrams } from "./early-ngrams.ts";
import { groupSlots } from "./group-pairs.ts";
import type { IdColumns } from "./id-columns.ts";
import { int32, type Memory, uint32 } from "./memory.ts";
import type { NumberedNgrams } from "./ngram-column.ts";
import { type NgramLoops, ngramLoops } from "./ngram-loops.ts";
import { COPIED, END, ngramsIn, ngramStretches, SOURCE, STRETCH } from "./ngram-stretches.ts";
import { Scratch } from "./scratch.ts";
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
 * import { EarlyNgrams, NgramNumbering, NgramTally, ownMemory, tokenCorpus } from "@corpulse/tokens";
 *
 * const corpus = tokenCorpus(["a b a b"]);
 * const early = new EarlyNgrams(ownMemory, corpus.tokens.length);
 * const pairs = new NgramNumbering(corpus, early, ownMemory).extend(early.column(corpus));
 * new NgramTally(early.tallyStart(corpus), ownMemory).tally(pairs).counts; // Uint32Array [2], as `ngramIndex` has them
 * ```
 */
export class NgramNumbering {
  readonly #corpus: TokenCorpus;
  readonly #memory: Memory;
  readonly #runs: CopiedRuns;
  readonly #columns: IdColumns;
  readonly #loops: NgramLoops;
  readonly #stretches: Scratch;
  readonly #parts: Scratch;
  readonly #slots: Scratch;
  /** A bit for each position. */
  readonly #sources: Int32Array;

  constructor(corpus: TokenCorpus, early: EarlyNgrams, memory: Memory) {
    this.#corpus = corpus;
    this.#memory = memory;
    this.#runs = early.runs(corpus);
    this.#columns = early.columns(corpus);
    this.#loops = ngramLoops(memory);
    this.#stretches = new Scratch(memory);
    this.#parts = new Scratch(memory);
    this.#slots = new Scratch(memory);
    this.#sources = int32(memory, bitWords(corpus.tokens.length));
  }

  /** Numbers the n-grams that are one token longer. */
  extend(shorter: ShorterNgrams): NumberedNgrams {
    const { tokens, offsets } = this.#corpus;
    const order = shorter.order + 1;
    const ids = this.#columns.column(order, tokens.length);
    const stretches = ngramStretches({ offsets, runs: this.#runs, order }, this.#loops, this.#stretches);
    const pairs = dealPairs({ shorter, tokens, stretches, ids }, this.#loops, {
      zeros: (length) => this.#parts.zeros(length),
      items: (length) => this.#columns.behind(order, length),
    });
    this.#loops.groupPairs(pairs, this.#slots.take(groupSlots(pairs)));
    markSources(stretches, this.#sources);
    const different = this.#loops.numberNgrams(pairs, stretches, ids, this.#sources);
    this.#loops.joinGroups(pairs);
    const counts = uint32(this.#memory, different);
    const exclusive = uint32(this.#memory, offsets.length - 1);
    const once = this.#loops.settleIds({ ids, counts, exclusive, items: pairs.items }, stretches);
    return { order, ids, different, counts, exclusive, once, total: ngramsIn(stretches) };
  }
}
