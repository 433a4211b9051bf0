import { Column } from "./column.ts";
import { documentAt } from "./document-at.ts";
import type { TokenCorpus } from "./token-corpus.ts";

/** How many tokens two places must have in common for one to be a copy of the other: the longest n-gram of any metric. */
export const CONTEXT = 5;

/**
 * Stretches of text that stand elsewhere before. Each position of a run ends at least {@link CONTEXT} tokens that also end at
 * its source, within one document each: both places have the same n-grams of every order up to it.
 */
export interface CopiedRuns {
  /** The first and one past the last position of each run, rising and not overlapping. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The earlier position that the first one is a copy of; those after it follow in step. */
  readonly sources: Int32Array;
}

/** The factor of the rolling hash, and the power of it by which a token leaves the window. */
const FACTOR = 0x9e3779b1;
const LEAVING = Array.from({ length: CONTEXT }).reduce<number>((power) => Math.imul(power, FACTOR), 1);

/** Numbers of a slot: the hash of a window and where such a window ended last. */
const SLOT = 2;
/** A table of this size fits the second-level cache; beyond, one slot for so many tokens, lest large corpora forget their copies. */
const SLOTS_LOG = 17;
const TOKENS_A_SLOT_LOG = 6;

/** After so many new windows in a row only those are looked for, and noted, whose hash has these bits 0. */
const PATIENCE = 8;
const SPARSE = 15;

/** A shorter run takes longer to follow than to look up. */
const SHORTEST_RUN = 6;

/** Of tokens up to a position: the hash of the window that ends there, as far back as `from`. */
function windowHash(tokens: Int32Array, from: number, position: number): number {
  let hash = 0;
  for (let at = Math.max(from, position - CONTEXT + 1); at <= position; at++) {
    hash = (Math.imul(hash, FACTOR) + tokens[at]) | 0;
  }
  return hash;
}

function sameWindow(tokens: Int32Array, one: number, other: number): boolean {
  for (let back = 0; back < CONTEXT; back++) if (tokens[one - back] !== tokens[other - back]) return false;
  return true;
}

/** One slot for so many tokens, as a power of two. */
const slotsFor = (tokens: number, tokensLog: number): number => Math.max(1, 32 - Math.clz32(tokens >>> tokensLog));

/**
 * Finds copies by a table of where each window of {@link CONTEXT} tokens was met last. The table forgets, so that it stays
 * small. A copy that it misses costs time and changes nothing: positions outside of runs are looked up one by one. One that
 * it finds is compared token by token, and followed in both directions.
 */
export class CopyFinder {
  readonly #starts = new Column((length) => new Int32Array(length));
  readonly #ends = new Column((length) => new Int32Array(length));
  readonly #sources = new Column((length) => new Int32Array(length));
  readonly #slots: Int32Array;
  readonly #slotsLog: number;
  #documents = 0;

  /** Looks for copies in a corpus of about so many tokens. */
  constructor(tokens: number) {
    this.#slotsLog = Math.max(Math.min(SLOTS_LOG, slotsFor(tokens, 2)), slotsFor(tokens, TOKENS_A_SLOT_LOG));
    this.#slots = new Int32Array(SLOT << this.#slotsLog);
  }

  /** Reads the documents that a corpus has got since the last time. */
  read({ tokens, offsets }: TokenCorpus): void {
    // What is called for each document is compiled once, a loop over all of them again wherever it is entered.
    offsets.subarray(this.#documents + 1).forEach(() => {
      this.#readDocument(tokens, offsets);
      this.#documents++;
    });
  }

  /** The copies in what has been read. */
  runs(): CopiedRuns {
    return { starts: this.#starts.view(), ends: this.#ends.view(), sources: this.#sources.view() };
  }

  #readDocument(tokens: Int32Array, offsets: Uint32Array): void {
    const slots = this.#slots;
    const shift = 32 - this.#slotsLog;
    const begin = offsets[this.#documents];
    const end = offsets[this.#documents + 1];
    let position = begin + CONTEXT - 1;
    if (position >= end) return;
    let unclaimed = position;
    let misses = 0;
    for (let hash = windowHash(tokens, begin, position); position < end;) {
      if (misses <= PATIENCE || (hash & SPARSE) === 0) {
        const slot = (Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> shift) * SLOT;
        const source = slots[slot + 1];
        const met = source > 0 && slots[slot] === hash && sameWindow(tokens, source, position);
        slots[slot] = hash;
        slots[slot + 1] = position;
        if (met) {
          const home = documentAt(offsets, source);
          const most = Math.min(position - unclaimed, source - CONTEXT + 1 - offsets[home]);
          let back = 0;
          while (back < most && tokens[source - CONTEXT - back] === tokens[position - CONTEXT - back]) back++;
          const ahead = Math.min(end - position, offsets[home + 1] - source);
          let length = 1;
          while (length < ahead && tokens[source + length] === tokens[position + length]) length++;
          if (back + length >= SHORTEST_RUN) {
            this.#starts.push(position - back);
            this.#sources.push(source - back);
            this.#ends.push(position + length);
            unclaimed = position + length;
          }
          position += length;
          misses = 0;
          if (position < end) hash = windowHash(tokens, begin, position);
          continue;
        }
        misses++;
      }
      position++;
      hash = (Math.imul(hash, FACTOR) + tokens[position] - Math.imul(tokens[position - CONTEXT], LEAVING)) | 0;
    }
  }
}
