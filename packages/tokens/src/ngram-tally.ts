import type { CopiedRuns } from "./find-copies.ts";
import { type Recurrences, repeatSlots } from "./find-repeats.ts";
import { longestDocument } from "./longest-document.ts";
import { int32, type Memory, uint32 } from "./memory.ts";
import type { NgramColumn, NumberedNgrams } from "./ngram-column.ts";
import { type NgramLoops, ngramLoops } from "./ngram-loops.ts";
import { ngramStretches } from "./ngram-stretches.ts";
import { Scratch } from "./scratch.ts";

/** What n-grams longer than single tokens are counted with: plain data, so that another thread can count them. */
export interface TallyStart {
  readonly offsets: Uint32Array;
  readonly runs: CopiedRuns;
  /** Where the n-grams of the order before the first one stand that their document has twice. */
  readonly recurrences: Recurrences;
}

/**
 * Counts n-grams of two tokens or more, the documents that hold them, and what documents repeat, order by order, beginning with
 * pairs.
 *
 * @example
 * ```ts
 * import { EarlyNgrams, NgramNumbering, NgramTally, ownMemory, tokenCorpus } from "@corpulse/tokens";
 *
 * const corpus = tokenCorpus(["a b a b"]);
 * const early = new EarlyNgrams(ownMemory, corpus.tokens.length);
 * const pairs = new NgramNumbering(corpus, early, ownMemory).extend(early.column(corpus));
 * new NgramTally(early.tallyStart(corpus), ownMemory).tally(pairs).repeats; // Int32Array [3]
 * ```
 */
export class NgramTally {
  readonly #start: TallyStart;
  readonly #memory: Memory;
  readonly #loops: NgramLoops;
  readonly #stretches: Scratch;
  readonly #slots: Scratch;
  readonly #longest: number;

  constructor(start: TallyStart, memory: Memory) {
    this.#start = start;
    this.#memory = memory;
    this.#loops = ngramLoops(memory);
    this.#stretches = new Scratch(memory);
    this.#slots = new Scratch(memory);
    this.#longest = longestDocument(start.offsets);
  }

  /** Completes the n-grams of the next order. */
  tally({ order, ids, different, once, total, counts, exclusive }: NumberedNgrams): NgramColumn {
    const { offsets, runs } = this.#start;
    this.#loops.countCopies(ids, ngramStretches({ offsets, runs, order }, this.#loops, this.#stretches), counts);
    const repeats = this.#findRepeats(ids, different);
    const documentFrequencies = uint32(this.#memory, different);
    documentFrequencies.set(counts);
    this.#loops.countDocuments({ ids, repeats }, offsets, { documentFrequencies, exclusive });
    return { order, ids, counts, documentFrequencies, once, total, repeats, exclusive };
  }

  #findRepeats(ids: Int32Array, different: number): Int32Array {
    const { offsets, recurrences } = this.#start;
    const { marks } = recurrences;
    const most = Math.min(recurrences.most, different);
    const slots = this.#slots.zeros(repeatSlots(Math.min(this.#longest, most)));
    const repeats = int32(this.#memory, Math.min(recurrences.most, ids.length));
    const found = this.#loops.findRepeats({ ids, offsets }, { marks, most, slots }, repeats);
    recurrences.most = found * 2;
    return repeats.subarray(0, found);
  }
}
