import {
  type EarlyNgrams,
  type Memory,
  type NgramColumn,
  NgramNumbering,
  NgramTally,
  type NumberedNgrams,
  type TallyStart,
  type TokenCorpus,
} from "@corpulse/tokens";

/** N-grams that have their ids, and beside the first ones of a corpus what they are counted with. */
export interface NgramsToTally {
  readonly ngrams: NumberedNgrams;
  readonly start: TallyStart | null;
}

/** One thread's part in an index of n-grams, order by order: it numbers them, or counts them, or both. */
export class NgramJobs {
  readonly #corpus: TokenCorpus;
  readonly #early: EarlyNgrams | null;
  readonly #memory: Memory;
  #numbering: NgramNumbering | undefined;
  #tally: NgramTally | undefined;
  #latest: Pick<NgramColumn, "order" | "ids" | "counts"> | undefined;

  constructor(corpus: TokenCorpus, early: EarlyNgrams | null, memory: Memory) {
    this.#corpus = corpus;
    this.#early = early;
    this.#memory = memory;
  }

  /** The column of single tokens. */
  single(): NgramColumn {
    const column = this.#followed().column(this.#corpus);
    this.#latest = column;
    return column;
  }

  /** Numbers the n-grams of the next order. */
  number(): NgramsToTally {
    const early = this.#followed();
    const start = this.#numbering === undefined ? early.tallyStart(this.#corpus) : null;
    this.#numbering ??= new NgramNumbering(this.#corpus, early, this.#memory);
    const ngrams = this.#numbering.extend(this.#latest ?? this.single());
    this.#latest = ngrams;
    return { ngrams, start };
  }

  /** Counts n-grams that have been numbered, here or elsewhere. */
  tally({ ngrams, start }: NgramsToTally): NgramColumn {
    if (start !== null) this.#tally = new NgramTally(start, this.#memory);
    if (this.#tally === undefined) throw new Error("Cannot count n-grams: pairs must come first");
    return this.#tally.tally(ngrams);
  }

  /** What was found while the corpus grew, by a thread that was told to look for it. */
  #followed(): EarlyNgrams {
    if (this.#early !== null) return this.#early;
    throw new Error("Cannot number n-grams: the thread must have been told to index, current value is null");
  }
}
