import type { CopiedRuns } from "./copy-finder.ts";
import { findRepeats, type Recurrences } from "./find-repeats.ts";
import type { Memory, NgramColumn, NumberedNgrams } from "./ngram-column.ts";
import { COPIED, END, ngramStretches, STRETCH } from "./ngram-stretches.ts";
import { Scratch } from "./scratch.ts";

/** What n-grams longer than single tokens are counted with: plain data, so that another thread can count them. */
export interface TallyStart {
  readonly offsets: Uint32Array;
  readonly runs: CopiedRuns;
  /** Where the n-grams of the order before the first one stand that their document has twice. */
  readonly recurrences: Recurrences;
}

/** Adds the n-grams that are copied. */
function countCopies(ids: Int32Array, stretches: Int32Array, counts: Uint32Array): void {
  for (let stretch = 0; stretch < stretches.length; stretch += STRETCH) {
    const end = stretches[stretch + END];
    for (let position = stretches[stretch + COPIED]; position < end; position++) counts[ids[position]]++;
  }
}

/** Takes repeats off the counts; n-grams whose document has all of them are that document's own. */
function countDocuments(
  ids: Int32Array,
  offsets: Uint32Array,
  repeats: Int32Array,
  { documentFrequencies, exclusive }: Pick<NgramColumn, "documentFrequencies" | "exclusive">,
): void {
  let document = 0;
  for (let at = 0; at < repeats.length; at++) {
    const position = repeats[at];
    while (position >= offsets[document + 1]) document++;
    // It comes to 1 with the last occurrence, and that is a repeat only of n-grams that no other document has.
    if (--documentFrequencies[ids[position]] === 1) exclusive[document]++;
  }
}

/**
 * Counts n-grams of two tokens or more, the documents that hold them, and what documents repeat, order by order, beginning with
 * pairs.
 *
 * @example
 * ```ts
 * import { EarlyNgrams, NgramNumbering, NgramTally, tokenCorpus } from "@corpulse/tokens";
 *
 * const memory = (bytes: number) => new ArrayBuffer(bytes);
 * const corpus = tokenCorpus(["a b a b"]);
 * const early = new EarlyNgrams(memory, corpus.tokens.length);
 * const pairs = new NgramNumbering(corpus, early, memory).extend(early.column(corpus));
 * new NgramTally(early.tallyStart(corpus), memory).tally(pairs).repeats; // Int32Array [3]
 * ```
 */
export class NgramTally {
  readonly #start: TallyStart;
  readonly #memory: Memory;
  readonly #stretches = new Scratch();

  constructor(start: TallyStart, memory: Memory) {
    this.#start = start;
    this.#memory = memory;
  }

  /** Completes the n-grams of the next order. */
  tally({ order, ids, different, once, total, counts, exclusive }: NumberedNgrams): NgramColumn {
    const { offsets, runs, recurrences } = this.#start;
    countCopies(ids, ngramStretches(offsets, runs, order, this.#stretches), counts);
    const room = Math.min(recurrences.most, ids.length);
    const found = new Int32Array(this.#memory(room * Int32Array.BYTES_PER_ELEMENT));
    const repeats = found.subarray(0, findRepeats({ ids, offsets, different }, recurrences, found));
    const documentFrequencies = new Uint32Array(this.#memory(different * Uint32Array.BYTES_PER_ELEMENT));
    documentFrequencies.set(counts);
    countDocuments(ids, offsets, repeats, { documentFrequencies, exclusive });
    return { order, ids, counts, documentFrequencies, once, total, repeats, exclusive };
  }
}
