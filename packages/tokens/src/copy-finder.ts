import { Column } from "./column.ts";
import { type CopiedRuns, SHORTEST_RUN, SLOT } from "./find-copies.ts";
import { int32, type Memory } from "./memory.ts";
import { type NgramLoops, ngramLoops } from "./ngram-loops.ts";
import type { TokenCorpus } from "./token-corpus.ts";

/** A table of this size fits the second-level cache; beyond, one slot for so many tokens, lest large corpora forget their copies. */
const SLOTS_LOG = 17;
const TOKENS_A_SLOT_LOG = 6;

/** One slot for so many tokens, as a power of two. */
const slotsFor = (tokens: number, tokensLog: number): number => Math.max(1, 32 - Math.clz32(tokens >>> tokensLog));

/**
 * Finds copies in a corpus that may grow between two readings. The table of what it has met forgets, so that it stays small. A copy
 * that it misses costs time and changes nothing: positions outside of runs are looked up one by one.
 */
export class CopyFinder {
  readonly #loops: NgramLoops;
  readonly #starts: Column<Int32Array>;
  readonly #ends: Column<Int32Array>;
  readonly #sources: Column<Int32Array>;
  readonly #slots: Int32Array;
  #documents = 0;

  /** Looks for copies in a corpus of about so many tokens. */
  constructor(memory: Memory, tokens: number) {
    const numbers = (length: number): Int32Array => int32(memory, length);
    const slotsLog = Math.max(Math.min(SLOTS_LOG, slotsFor(tokens, 2)), slotsFor(tokens, TOKENS_A_SLOT_LOG));
    this.#loops = ngramLoops(memory);
    this.#starts = new Column(numbers);
    this.#ends = new Column(numbers);
    this.#sources = new Column(numbers);
    this.#slots = numbers(SLOT << slotsLog);
  }

  /** Reads the documents that a corpus has got since the last time. */
  read({ tokens, offsets }: TokenCorpus): void {
    const from = this.#documents;
    const to = offsets.length - 1;
    const used = this.#starts.length;
    // Runs do not overlap.
    const room = used + Math.ceil((offsets[to] - offsets[from]) / SHORTEST_RUN);
    const columns = [this.#starts, this.#ends, this.#sources];
    const [starts, ends, sources] = columns.map((column) => column.reserve(room));
    const search = { tokens, offsets, from, to, slots: this.#slots };
    const found = this.#loops.findCopies(search, { starts, ends, sources }, used);
    for (const column of columns) column.length = found;
    this.#documents = to;
  }

  /** The copies in what has been read. */
  runs(): CopiedRuns {
    return { starts: this.#starts.view(), ends: this.#ends.view(), sources: this.#sources.view() };
  }
}
